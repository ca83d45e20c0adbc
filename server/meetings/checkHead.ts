import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import type { Given } from './given.ts'

/** What a schema cannot say of a head: that the zone exists, the dates are real days, and the end does not come first. */
export function checkHead(head: Given<Pick<MeetingHead, 'startsAt' | 'endsAt' | 'timeZone'>>): Result<null> {
  const { startsAt = null, endsAt = null, timeZone = null } = head
  if (timeZone !== null && !isTimeZone(timeZone))
    return refuse('invalid', 'That time zone is not known: use a name such as Europe/Oslo.')
  for (const date of [startsAt, endsAt]) {
    if (date !== null && !isRealDate(date)) return refuse('invalid', 'There is no such day or hour.')
  }
  if (startsAt !== null && endsAt !== null && startsAt.length === endsAt.length && endsAt < startsAt) {
    return refuse('invalid', 'The meeting would end before it begins.')
  }
  return ok(null)
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Whether an ISO date, perhaps only a year or a month of one, is in the calendar: no 31 February. */
function isRealDate(text: string): boolean {
  const day = text.slice(0, 10)
  const whole = new Date(`${day}${'-01-01'.slice(day.length - 4)}T00:00:00Z`)
  if (Number.isNaN(whole.getTime()) || !whole.toISOString().startsWith(day)) return false
  return text.length <= 10 || !Number.isNaN(Date.parse(text))
}
