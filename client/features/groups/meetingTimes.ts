import type { MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { formatDate, formatTime } from '../../words/index.ts'

/** As much of a meeting as its date takes. */
export type Timed = Pick<MeetingLineAnswer, 'startsAt' | 'endsAt' | 'timeZone'>

/** "13:15" or "13:15 to 14:45" as its two ends; null when no hour is stated. */
export function hoursOf(meeting: Timed, locale: string): { readonly from: string; readonly to: string | null } | null {
  const from = formatTime(meeting.startsAt, locale, meeting.timeZone)
  if (from === null) return null
  return { from, to: formatTime(meeting.endsAt, locale, meeting.timeZone) }
}

/** The day as far as it is stated; null when it is not. */
export function dayOf(meeting: Timed, locale: string): string | null {
  return formatDate(meeting.startsAt, locale, meeting.timeZone)
}

const going = new Set(['inSession', 'suspended'])

/** Splits a group's meetings: the one to go to next, others to come, and those whose record can be read. */
export function splitMeetings(meetings: readonly MeetingLineAnswer[]): {
  readonly next: MeetingLineAnswer | null
  readonly upcoming: readonly MeetingLineAnswer[]
  readonly past: readonly MeetingLineAnswer[]
} {
  const ahead = meetings.filter((meeting) => going.has(meeting.phase) || meeting.phase === 'planned').sort(bySoonest)
  const past = meetings.filter((meeting) => !going.has(meeting.phase) && meeting.phase !== 'planned').sort(byLatest)
  const [next = null, ...upcoming] = ahead
  return { next, upcoming, past }
}

/** What is going on comes first, then what has a date, the soonest first; without a date at the end. */
function bySoonest(a: MeetingLineAnswer, b: MeetingLineAnswer): number {
  const runs = Number(going.has(b.phase)) - Number(going.has(a.phase))
  if (runs !== 0) return runs
  if (a.startsAt === null || b.startsAt === null) return Number(a.startsAt === null) - Number(b.startsAt === null)
  return a.startsAt < b.startsAt ? -1 : 1
}

function byLatest(a: MeetingLineAnswer, b: MeetingLineAnswer): number {
  const [first, second] = [a.startsAt ?? a.createdAt, b.startsAt ?? b.createdAt]
  return first < second ? 1 : first > second ? -1 : 0
}
