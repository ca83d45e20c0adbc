import type { Millis } from '../../../shared/base/index.ts'

/** A point in time as a circulation states it. */
export type StatedMoment = {
  /** "Thursday 19 November 2026, 17:00". */
  readonly text: string
  /** "Central European Standard Time". */
  readonly zone: string
}

/** A moment in a zone: its day, its hour in 24-hour time, and the zone's own name. A zone that is none here is shown as UTC. */
export function momentIn(at: Millis, timeZone: string, locale: string): StatedMoment {
  const known = isZone(timeZone) ? timeZone : 'UTC'
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: known }).format(at)
  const day = `${part({ weekday: 'long' })} ${part({ day: 'numeric', month: 'long', year: 'numeric' })}`
  const hour = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const parts = new Intl.DateTimeFormat(locale, { timeZone: known, timeZoneName: 'long' }).formatToParts(at)
  return { text: `${day}, ${hour}`, zone: parts.find(({ type }) => type === 'timeZoneName')?.value ?? known }
}

/** Whether two zones have the same hour then: the reader needs no second one. */
export function isSameHour(at: Millis, one: string, other: string): boolean {
  const hour = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }).format(at)
  return hour(isZone(one) ? one : 'UTC') === hour(isZone(other) ? other : 'UTC')
}

/** What is left until then, in its two largest units; all zero when nothing is. */
export function timeLeft(ms: number): { readonly days: number; readonly hours: number; readonly minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  // Where days are left, minutes are more than one wants to know.
  return { days, hours, minutes: days > 0 ? 0 : minutes % 60 }
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
