import type { RankKey } from '../face.ts'

/** The order of records: best first, then the newer, then by id so that it is always the same. */
export function compareRank(one: RankKey, other: RankKey): number {
  if (one.score !== other.score) return other.score - one.score
  if (one.date !== other.date) return other.date - one.date
  return one.meetingId < other.meetingId ? -1 : one.meetingId === other.meetingId ? 0 : 1
}

/** Keeps the first so many records behind a given place in the order; the thousands behind them are never put in order. */
export class Front<T extends RankKey> {
  private readonly first: T[] = []

  constructor(
    private readonly count: number,
    private readonly after: RankKey | null,
  ) {}

  /** Whether a record with this score and date can come in at all: asked before anything is made for it. */
  mayTake(score: number, date: number): boolean {
    const last = this.first[this.count - 1]
    return last === undefined || score > last.score || (score === last.score && date >= last.date)
  }

  take(one: T): void {
    if (this.after !== null && compareRank(this.after, one) >= 0) return
    const { first, count } = this
    const last = first[count - 1]
    if (last !== undefined && compareRank(last, one) <= 0) return
    let place = Math.min(first.length, count - 1)
    for (let before = first[place - 1]; before !== undefined && compareRank(before, one) > 0; before = first[place - 1]) {
      first[place] = before
      place -= 1
    }
    first[place] = one
  }

  all(): readonly T[] {
    return this.first
  }
}
