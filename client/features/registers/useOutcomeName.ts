import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'

type Named = Pick<OutcomeRowAnswer, 'number' | 'paragraph' | 'meetingDate' | 'meetingTitle'>

/** "Outcome 4.1 of 16 Sept 2002": an outcome as another line names it. */
export function useOutcomeName(): (outcome: Named) => string {
  const { t, locale } = useWords('register')
  return ({ number, paragraph, meetingDate, meetingTitle }) => {
    const day = formatShortDate(meetingDate, locale) ?? meetingTitle
    const name =
      number !== null ? t('thread.outcome', { number }) : paragraph !== null ? t('paragraph', { number: paragraph }) : ''
    return t('outcomeOf', { number: name, day })
  }
}
