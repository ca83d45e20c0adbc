import type { Millis } from '../../../shared/base/index.ts'
import { exactInstant } from '../../../shared/session/index.ts'

/** A deadline while it is being stated: the day and the hour of a place. */
export interface DeadlineDraft {
  /** "2026-11-25". */
  readonly date: string
  /** "17:00". */
  readonly time: string
  /** IANA name. */
  readonly timeZone: string
}

/** Why a deadline cannot be sent yet. */
export type DeadlineProblem = 'missing' | 'past' | 'soon' | 'far'

const hourMs = 3_600_000
const yearMs = 366 * 24 * hourMs

/** So many hours from now, at the next full hour of the place: never less than was promised. */
export function draftIn(hours: number, now: Millis, timeZone: string): DeadlineDraft {
  const at = Math.ceil((now + hours * hourMs) / hourMs) * hourMs
  return draftOf(at as Millis, timeZone) // a number of the right unit, made from one just above
}

/** A moment as a draft in the zone. */
export function draftOf(at: Millis, timeZone: string): DeadlineDraft {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}`, timeZone }
}

/** The moment that is stated; null while it names none. */
export function deadlineOf({ date, time, timeZone }: DeadlineDraft): Millis | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const at = exactInstant(`${date}T${time}`, timeZone)
  // A day that the calendar lacks would come out as another one.
  return at === null || draftOf(at, timeZone).date !== date ? null : at
}

/** The same limits as at the server, so that they are said before anything is sent. */
export function problemOf(draft: DeadlineDraft, now: Millis, mode: 'silence' | 'decision'): DeadlineProblem | null {
  const at = deadlineOf(draft)
  if (at === null) return 'missing'
  if (at <= now) return 'past'
  if (mode === 'silence' && at - now < hourMs) return 'soon'
  return at - now > yearMs ? 'far' : null
}

/** What was typed as an hour: "1315" becomes "13:15" while it is written. */
export function hourTyped(typed: string): string {
  const digits = typed.replaceAll(/[^\d:]/g, '')
  return /^\d{4}$/.test(digits) ? `${digits.slice(0, 2)}:${digits.slice(2)}` : digits
}
