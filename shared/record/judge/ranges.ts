import type { DeleteRanges } from './judgement.ts'

/** A stretch of one client's clocks. */
export interface Stretch {
  readonly clock: number
  readonly len: number
}

/** A delete set made easy to ask: sorted, overlaps joined. A hostile one may be neither. */
export interface Deletions {
  readonly clients: ReadonlyMap<number, readonly Stretch[]>
  /** Whether this clock of this client is deleted by the update. */
  covers(client: number, clock: number): boolean
  /** The parts of a stretch that the update does not delete. */
  uncovered(client: number, clock: number, len: number): readonly Stretch[]
}

/** Puts a decoded delete set in order. */
export function readDeletions(ranges: DeleteRanges): Deletions {
  const clients = new Map([...ranges.clients].map(([client, list]) => [client, joined(list)]))
  const uncovered = (client: number, clock: number, len: number): readonly Stretch[] => {
    const list = clients.get(client) ?? []
    const open: Stretch[] = []
    let from = clock
    const end = clock + len
    for (let i = firstEndingAfter(list, clock); i < list.length && from < end; i += 1) {
      const range = list[i]
      if (range === undefined || range.clock >= end) break
      if (range.clock > from) open.push({ clock: from, len: range.clock - from })
      from = Math.max(from, range.clock + range.len)
    }
    if (from < end) open.push({ clock: from, len: end - from })
    return open
  }
  return { clients, uncovered, covers: (client, clock) => uncovered(client, clock, 1).length === 0 }
}

function joined(list: readonly Stretch[]): readonly Stretch[] {
  const result: { clock: number; len: number }[] = []
  for (const { clock, len } of [...list].sort((a, b) => a.clock - b.clock)) {
    const last = result.at(-1)
    if (last !== undefined && last.clock + last.len >= clock) last.len = Math.max(last.len, clock + len - last.clock)
    else result.push({ clock, len })
  }
  return result
}

function firstEndingAfter(list: readonly Stretch[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = list[middle]
    if (range !== undefined && range.clock + range.len <= clock) low = middle + 1
    else high = middle
  }
  return low
}
