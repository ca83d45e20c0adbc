import type { RankKey } from '../face.ts'

/** The order of records: best first, then the newer, then by id so that it is always the same. */
export function compareRank(one: RankKey, other: RankKey): number {
  if (one.score !== other.score) return other.score - one.score
  if (one.date !== other.date) return other.date - one.date
  return one.meetingId < other.meetingId ? -1 : one.meetingId === other.meetingId ? 0 : 1
}

/** The first so many in that order, without putting the rest in order. */
export function firstInRank<T extends { readonly key: RankKey }>(all: Iterable<T>, count: number): readonly T[] {
  const first: T[] = []
  for (const one of all) {
    const last = first[count - 1]
    if (last !== undefined && compareRank(last.key, one.key) <= 0) continue
    let place = Math.min(first.length, count - 1)
    for (let before = first[place - 1]; before !== undefined && compareRank(before.key, one.key) > 0; before = first[place - 1]) {
      first[place] = before
      place -= 1
    }
    first[place] = one
  }
  return first
}
