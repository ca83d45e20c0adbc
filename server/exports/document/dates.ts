/** How much of a date is stated: a year, a month, a day, or a day with an hour. */
export type Precision = 'year' | 'month' | 'day' | 'minute'

/** A stated date, read. */
export interface StatedDate {
  readonly precision: Precision
  /** The moment; without an offset the place's own hour, as if it were UTC. */
  readonly at: Date
  /** Whether the text says which moment it is, or only what the clock at the place showed. */
  readonly isMoment: boolean
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** Reads a stated date, whole or partial (DECIDED 21); null when there is none, or no such day. */
export function readDate(stated: string | null): StatedDate | null {
  const match = stated === null ? null : pattern.exec(stated)
  if (stated === null || match === null) return null
  const [, year, month, day, hour, minute, offset] = match
  const precision: Precision = hour !== undefined ? 'minute' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  const local = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0))
  const at = new Date(offset === undefined ? local : Date.parse(stated))
  return Number.isNaN(at.getTime()) ? null : { precision, at, isMoment: offset !== undefined }
}

/** "2002", "September 2002", "Monday 16 September 2002": no more exact than it was stated. Null when it is no date. */
export function dateInWords(stated: string | null, locale: string, timeZone: string | null): string | null {
  const date = readDate(stated)
  if (date === null) return null
  const zone = { timeZone: zoneOf(date, timeZone) }
  const isDay = date.precision === 'day' || date.precision === 'minute'
  const words = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(date.precision === 'year' ? {} : { month: 'long' as const }),
    ...(isDay ? { day: 'numeric' as const } : {}),
    ...zone,
  }).format(date.at)
  return isDay ? `${new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone }).format(date.at)} ${words}` : words
}

/** The stated hour, or null when none was stated. */
export function hourInWords(stated: string | null, locale: string, timeZone: string | null): string | null {
  const date = readDate(stated)
  return date?.precision === 'minute' ? hourOf(date.at, locale, zoneOf(date, timeZone)) : null
}

/** The hour of a moment of the server's clock, in the meeting's zone, else in UTC. */
export function hourAt(millis: number, locale: string, timeZone: string | null): string {
  return hourOf(new Date(millis), locale, knownZone(timeZone))
}

/** Day and hour of a moment, in UTC and saying so. */
export function momentInWords(millis: number, locale: string): string {
  const at = new Date(millis)
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(at)
  return `${day}, ${hourOf(at, locale, 'UTC')} UTC`
}

/** The zone, where it is one that is known here; else UTC. */
export function knownZone(timeZone: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

function zoneOf(date: StatedDate, timeZone: string | null): string {
  return date.isMoment ? knownZone(timeZone) : 'UTC'
}

function hourOf(at: Date, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)
}
