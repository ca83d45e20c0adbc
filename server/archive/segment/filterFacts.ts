import { foldLetters, type SearchFilter, searchParts } from '../../../shared/search/index.ts'
import { type Segment, standings, statuses } from './Segment.ts'

/** Which conditions a passage misses, one bit each; 0 means that it is found. */
export const misses = { part: 1, kind: 2, standing: 4, status: 8, phase: 16, delegation: 32, other: 64 } as const

/** By passage, what it misses of the filters. */
export type Missing = (passage: number) => number

/** Prepares the filters for one segment. Null when there are none. */
export function filterFacts(segment: Segment, filters: readonly SearchFilter[]): Missing | null {
  if (filters.length === 0) return null
  const checks = filters.map((filter) => checkOf(segment, filter))
  return (passage) => {
    let missing = 0
    for (const check of checks) missing |= check(passage)
    return missing
  }
}

function checkOf(segment: Segment, { name, values, isExcluded }: SearchFilter): Missing {
  const { tables, meetings, kinds } = segment
  // What is taken out does not come back as a choice.
  const bit = (own: number) => (isExcluded ? misses.other : own)
  const byColumn = (column: ArrayLike<number>, isWanted: readonly boolean[], missed: number): Missing => {
    const table = Uint8Array.from(isWanted, (wanted) => (wanted === isExcluded ? missed : 0))
    return (passage) => table[column[passage] ?? 0] ?? 0
  }
  switch (name) {
    case 'part':
      return byColumn(
        tables.part,
        searchParts.map((part) => values.includes(part)),
        bit(misses.part),
      )
    case 'standing':
      return byColumn(tables.standing, [false, ...standings.map((one) => values.includes(one))], bit(misses.standing))
    case 'status':
      return byColumn(tables.status, [false, ...statuses.map((one) => values.includes(one))], bit(misses.status))
    case 'kind': {
      const wanted = values.map(foldLetters)
      return byColumn(
        tables.kind,
        kinds.map((kind) => kind !== '' && wanted.some((one) => foldLetters(kind).startsWith(one))),
        bit(misses.kind),
      )
    }
    case 'phase':
      return byColumn(
        tables.meetingOf,
        meetings.map(({ phase }) => values.includes(phase)),
        bit(misses.phase),
      )
    case 'from':
    case 'to':
      return byColumn(
        tables.meetingOf,
        meetings.map(({ date }) => values.every((value) => isWithin(date, name, value))),
        misses.other,
      )
    case 'lead':
      return byColumn(tables.lead, [false, ...partiesIn(segment, values)], misses.other)
    case 'delegation': {
      const isWanted = partiesIn(segment, values)
      const missed = bit(misses.delegation)
      return (passage) => {
        const { partyStart, partyList } = tables
        for (let at = partyStart[passage] ?? 0, end = partyStart[passage + 1] ?? 0; at < end; at += 1) {
          if (isWanted[partyList[at] ?? 0] === true) return isExcluded ? missed : 0
        }
        return isExcluded ? 0 : missed
      }
    }
    case 'group':
      // Groups are chosen by scope, before any segment is looked at.
      return () => 0
    default:
      return name satisfies never
  }
}

/** Ids stand for delegations; other values for words that were written in place of one. */
function partiesIn({ parties }: Segment, values: readonly string[]): readonly boolean[] {
  const exact = new Set(values)
  const words = values.filter((value) => value.startsWith('w:')).map((value) => foldLetters(value.slice(2)))
  return parties.map((party) => {
    if (exact.has(party)) return true
    if (!party.startsWith('w:')) return false
    const folded = foldLetters(party.slice(2))
    return words.some((word) => word !== '' && folded.includes(word))
  })
}

/** Dates may be partial: what could lie within does. */
function isWithin(date: string | null, edge: 'from' | 'to', value: string): boolean {
  if (date === null) return false
  const length = Math.min(date.length, value.length)
  const own = date.slice(0, length)
  const bound = value.slice(0, length)
  return edge === 'from' ? own >= bound : own <= bound
}
