import type { MeetingHead } from '../../../shared/record/index.ts'
import { knownZone, readDate, type StatedDate } from '../document/dates.ts'

/** When an event is, as far as it is known. */
export type EventTimes =
  /** Whole days in UTC, the last one not counted. `isVague`: only the month or the year is stated. */
  | { readonly kind: 'days'; readonly start: Date; readonly end: Date; readonly isVague: boolean }
  /** `isFloating`: the hour of the place, whose zone is not stated. */
  | { readonly kind: 'hours'; readonly start: Date; readonly end: Date | null; readonly isFloating: boolean }

/** Reads when a meeting is (DECIDED 21): a partial date is the days that it may be; without a date there is no event. */
export function eventTimes({
  startsAt,
  endsAt,
  timeZone,
}: Pick<MeetingHead, 'startsAt' | 'endsAt' | 'timeZone'>): EventTimes | null {
  const start = readDate(startsAt)
  if (start === null) return null
  const end = readDate(endsAt)
  if (start.precision !== 'minute') return days(start, end)
  // A zone that is not known here says no more than none.
  const zone = timeZone !== null && (timeZone === 'UTC' || knownZone(timeZone) !== 'UTC') ? timeZone : null
  const from = momentOf(start, zone)
  const to = end?.precision === 'minute' && end.isMoment === start.isMoment ? momentOf(end, zone) : null
  const isFloating = !start.isMoment && zone === null
  return { kind: 'hours', start: from, end: to !== null && to > from ? to : null, isFloating }
}

function days(start: StatedDate, end: StatedDate | null): EventTimes {
  const from = new Date(Date.UTC(start.at.getUTCFullYear(), start.at.getUTCMonth(), start.at.getUTCDate()))
  const last = end !== null && end.at > start.at ? end : start
  return { kind: 'days', start: from, end: following(last), isVague: start.precision !== 'day' }
}

/** The first day after a day, a month or a year. */
function following({ at, precision }: StatedDate): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (precision === 'year') return new Date(Date.UTC(year + 1, 0, 1))
  return precision === 'month' ? new Date(Date.UTC(year, month + 1, 1)) : new Date(Date.UTC(year, month, day + 1))
}

function momentOf({ at, isMoment }: StatedDate, zone: string | null): Date {
  if (isMoment || zone === null) return at
  // What a clock in the zone shows at a moment tells its offset; twice, because the first guess may lie across a change of time.
  const guess = new Date(at.getTime() - offsetMs(at, zone))
  return new Date(at.getTime() - offsetMs(guess, zone))
}

function offsetMs(moment: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  })
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const [year = 0, month = 1, day = 1] = [parts.get('year'), parts.get('month'), parts.get('day')]
  const shown = Date.UTC(year, month - 1, day, parts.get('hour') ?? 0, parts.get('minute') ?? 0, parts.get('second') ?? 0)
  return shown - Math.floor(moment.getTime() / 1000) * 1000
}
