import type { Due } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'

/** By when, in words: a date, an event, or nothing. */
export function useDueWords(): (due: Due | null) => string {
  const { t, locale } = useWords('onward')
  return (due) => {
    if (due === null) return ''
    return 'event' in due ? t('dueBy', { event: due.event }) : t('dueOn', { date: dayWords(due.date, locale) ?? due.date })
  }
}
