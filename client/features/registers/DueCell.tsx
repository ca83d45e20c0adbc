import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { State } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'

export interface DueCellProps {
  readonly row: Pick<ActionRowAnswer, 'due' | 'overdue'>
  /** Says "overdue" beside the day, where no heading does. */
  readonly saysOverdue?: boolean | undefined
}

/** By when: a day no more exact than it was stated, an event, or neither. */
export function DueCell({ row, saysOverdue = false }: DueCellProps) {
  const { t, locale } = useWords('register')
  const { due } = row
  if (due === null) return <span className="micro">{t('noDue')}</span>
  if ('event' in due) return <bdi>{due.event}</bdi>
  const day = formatShortDate(due.date, locale) ?? due.date
  if (!row.overdue) return <span className="num">{day}</span>
  return (
    <State tone="live">
      <span className="num">{saysOverdue ? t('overdueSince', { day }) : day}</span>
    </State>
  )
}
