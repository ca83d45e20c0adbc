/** How much of a date is known: a year, a month, a day, or a day with an hour. */
export type DatePrecision = 'year' | 'month' | 'day' | 'minute'

interface Parts {
  readonly precision: DatePrecision
  readonly at: Date
}

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/

/**
 * A stated date in words, no more exact than it was stated (DECIDED 21): "2002", "September 2002",
 * "Monday 16 September 2002". Null when the text is no date; what to print for null is the caller's word.
 */
export function formatDate(stated: string | null, locale: string, timeZone: string | null = null): string | null {
  const parts = read(stated)
  if (!parts) return null
  const zone = zoneFor(stated, timeZone)
  const date = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(parts.precision === 'year' ? {} : { month: 'long' as const }),
    ...(parts.precision === 'day' || parts.precision === 'minute' ? { day: 'numeric' as const } : {}),
    timeZone: zone,
  }).format(parts.at)
  if (parts.precision === 'year' || parts.precision === 'month') return date
  // "Monday 16 September 2002": as records write it, without the comma that Intl would put.
  return `${new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: zone }).format(parts.at)} ${date}`
}

/** A stated date without its weekday, as headings have it: "16 September 2002". Null when the text is no date. */
export function formatPlainDate(stated: string | null, locale: string, timeZone: string | null = null): string | null {
  return inParts(stated, locale, timeZone, 'long')
}

/** A stated date where a table has no room for the weekday: "16 Sept 2002", "Sept 2002", "2002". Null when the text is no date. */
export function formatShortDate(stated: string | null, locale: string, timeZone: string | null = null): string | null {
  return inParts(stated, locale, timeZone, 'short')
}

function inParts(stated: string | null, locale: string, timeZone: string | null, month: 'long' | 'short'): string | null {
  const parts = read(stated)
  if (!parts) return null
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(parts.precision === 'year' ? {} : { month }),
    ...(parts.precision === 'day' || parts.precision === 'minute' ? { day: 'numeric' as const } : {}),
    timeZone: zoneFor(stated, timeZone),
  }).format(parts.at)
}

/** The stated hour in 24-hour time, or null when none was stated. */
export function formatTime(stated: string | null, locale: string, timeZone: string | null = null): string | null {
  const parts = read(stated)
  if (parts?.precision !== 'minute') return null
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zoneFor(stated, timeZone),
  }).format(parts.at)
}

/** A moment of the server's clock as day and hour in the reader's own zone. */
export function formatMoment(millis: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(millis))
}

/** "A, B and C" as the language joins them. */
export function formatList(parts: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

/** The same, as its pieces in order: the parts themselves and the words between them. */
export function listPieces(
  parts: readonly string[],
  locale: string,
): readonly { readonly isPart: boolean; readonly text: string }[] {
  const pieces = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(parts)
  return pieces.map(({ type, value }) => ({ isPart: type === 'element', text: value }))
}

/** Without an offset the text is the hour of the place itself: read it as UTC and print it as UTC, so nothing shifts. */
function zoneFor(stated: string | null, timeZone: string | null): string {
  const hasOffset = stated !== null && /(Z|[+-]\d{2}:\d{2})$/.test(stated) && stated.includes('T')
  return hasOffset && timeZone !== null && isZone(timeZone) ? timeZone : 'UTC'
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

function read(stated: string | null): Parts | null {
  const match = stated === null ? null : pattern.exec(stated)
  if (!match || stated === null) return null
  const [, year, month, day, hour, minute, offset] = match
  const precision: DatePrecision = hour ? 'minute' : day ? 'day' : month ? 'month' : 'year'
  const at = offset
    ? new Date(stated)
    : new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)))
  return Number.isNaN(at.getTime()) ? null : { precision, at }
}
