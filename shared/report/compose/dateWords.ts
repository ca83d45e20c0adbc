/** A stated date in words, no more exact than it was stated; `isDay` says whether it names a day. Null when none is stated. */
export function dateWords(
  stated: string | null,
  locale: string,
  timeZone: string | null,
): { readonly words: string; readonly isDay: boolean } | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/.exec(stated ?? '')
  if (parts === null) return null
  const [, year = '', month, day, hour] = parts
  // With an offset it is a moment, whose day depends on the place; without one the day is the place's own.
  const isMoment = hour !== undefined && /(Z|[+-]\d{2}:\d{2})$/.test(hour)
  const at = new Date(isMoment ? (stated ?? '') : `${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return null
  const zone = { timeZone: isMoment ? knownZone(timeZone) : 'UTC' }
  const words = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' as const }),
    ...(day === undefined ? {} : { day: 'numeric' as const }),
    ...zone,
  }).format(at)
  if (day === undefined) return { words, isDay: false }
  return { words: `${new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone }).format(at)} ${words}`, isDay: true }
}

function knownZone(timeZone: string | null): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timeZone ?? 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
