import type { Due } from '../../../shared/record/index.ts'
import { formatDate, useWords } from '../../words/index.ts'

export interface DueWordsProps {
  readonly due: Due | null
}

/** By when: a date, no more exact than it was stated, or an event, or neither. */
export function DueWords({ due }: DueWordsProps) {
  const { t, locale } = useWords('live')
  if (due === null) return <span className="micro">{t('noDue')}</span>
  if ('event' in due) return <bdi dir="auto">{t('dueByEvent', { event: due.event })}</bdi>
  return <span>{shortDate(due.date, locale) ?? due.date}</span>
}

/** A whole date without its weekday, which a table has no room for. */
function shortDate(date: string, locale: string): string | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (day === null) return formatDate(date, locale)
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  )
}
