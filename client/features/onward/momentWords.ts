/** A moment as day and hour in a zone; in the reader's own where that zone is not known to this browser. `at` is ISO 8601. */
export function momentWords(at: string, timeZone: string | null, locale: string): string {
  const parts = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const moment = new Date(at)
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: timeZone ?? 'UTC' }).format(moment)
  } catch {
    return new Intl.DateTimeFormat(locale, parts).format(moment)
  }
}
