import { formatDate } from '../../words/index.ts'

/** A stated day without its weekday, no more exact than it was stated; null when there is none. */
export function dayWords(date: string | null, locale: string): string | null {
  const day = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (day === null) return formatDate(date, locale)
  const at = new Date(`${day[0]}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(at)
}
