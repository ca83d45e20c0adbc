import { searchParts } from '../../../shared/search/index.ts'
import type { MeetingFacts, Segment } from './Segment.ts'
import { phases, standings, statuses } from './Segment.ts'

/** A segment with what every search of it needs, reckoned once. The working space is shared: one search at a time. */
export interface Prepared {
  readonly segment: Segment
  /** By passage, how many terms it holds so far, and how well. */
  readonly level: Uint8Array
  readonly quality: Uint8Array
  /** By passage, what it weighs: what it is, and how short. */
  readonly worth: Float32Array
  /** By passage: part, standing and status in one number; see `sortCode`. */
  readonly sort: Uint8Array
  /** By meeting. */
  readonly date: Float64Array
  readonly phase: Uint8Array
  /** By meeting, a place in `years` and one more; 0 for a meeting without a date. */
  readonly year: Uint16Array
  readonly years: readonly string[]
  /** The words of the meetings' titles, one after the other, and where each begins: looked through with every word of a search. */
  readonly titles: Uint32Array
  readonly titleStart: Uint32Array
}

/** What was fixed counts more than what was said on the way. */
const weights = searchParts.map((part) => ({ outcome: 1.3, action: 1.2, target: 1.1, note: 1, title: 1.25 })[part])
const titleCode = searchParts.indexOf('title')
const standingCount = standings.length + 1
const statusCount = statuses.length + 1
/** How many sorts of passages there can be; fits a byte. */
export const sortCount = searchParts.length * standingCount * statusCount

/** The number of a sort of passage. */
export function sortCode(part: number, standing: number, status: number): number {
  return (part * standingCount + standing) * statusCount + status
}

/** Takes the number of a sort apart again. */
export function sortParts(sort: number): { readonly part: number; readonly standing: number; readonly status: number } {
  const rest = Math.floor(sort / statusCount)
  return { part: Math.floor(rest / standingCount), standing: rest % standingCount, status: sort % statusCount }
}

/** Reckons what searches need. */
export function prepare(segment: Segment): Prepared {
  const { tables, meetings } = segment
  const count = tables.part.length
  const worth = new Float32Array(count)
  const sort = new Uint8Array(count)
  for (let passage = 0; passage < count; passage += 1) {
    const words = (tables.tokenStart[passage + 1] ?? 0) - (tables.tokenStart[passage] ?? 0)
    worth[passage] = (weights[tables.part[passage] ?? 0] ?? 1) / (1 + words / 120)
    sort[passage] = sortCode(tables.part[passage] ?? 0, tables.standing[passage] ?? 0, tables.status[passage] ?? 0)
  }
  const years = [...new Set(meetings.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 4)])))]
  const places = new Map(years.map((year, place) => [year, place + 1]))
  return {
    segment,
    level: new Uint8Array(count),
    quality: new Uint8Array(count),
    worth,
    sort,
    date: Float64Array.from(meetings, dateNumber),
    phase: Uint8Array.from(meetings, ({ phase }) => phases.indexOf(phase)),
    year: Uint16Array.from(meetings, ({ date }) => (date === null ? 0 : (places.get(date.slice(0, 4)) ?? 0))),
    years,
    ...titlesOf(segment),
  }
}

/** Set side by side, because they lie far apart in the tables. */
function titlesOf({ tables, meetings }: Segment): Pick<Prepared, 'titles' | 'titleStart'> {
  const titles: number[] = []
  const titleStart = [0]
  for (const meeting of meetings.keys()) {
    const first = tables.meetingStart[meeting] ?? 0
    if (tables.part[first] === titleCode) {
      titles.push(...tables.tokens.subarray(tables.tokenStart[first] ?? 0, tables.tokenStart[first + 1] ?? 0))
    }
    titleStart.push(titles.length)
  }
  return { titles: Uint32Array.from(titles), titleStart: Uint32Array.from(titleStart) }
}

/** A meeting's date as a number to sort by; partial dates come before the days that they might be, meetings without one go by when they were made. */
function dateNumber({ date, createdAt }: MeetingFacts): number {
  const digits = (date ?? new Date(createdAt).toISOString()).replace(/\D/g, '').slice(0, 12)
  return Number(digits.padEnd(12, '0'))
}
