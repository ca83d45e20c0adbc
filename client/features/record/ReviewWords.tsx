import type { Part } from '../../../shared/record/index.ts'
import { TextLink } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import styles from './RecordPaper.module.css'

export interface ReviewWordsProps {
  readonly review: Extract<Part, { readonly kind: 'review' }>
}

/** What this meeting said of an action of an earlier one: which, how far it is, and the note; it leads to the old record. */
export function ReviewWords({ review }: ReviewWordsProps) {
  const { t, locale } = useWords('record')
  const { action, meeting, meetingTitle, meetingDate, label, task, lead, status, note } = review
  const date = formatDate(meetingDate, locale)
  const number = label ?? ''
  const said = [status === null ? null : t(`status.${status}`), lead === null ? null : t('reviewLead', { name: lead.name })]
  const facts = said.filter((one) => one !== null).join(t('reviewComma'))
  return (
    <>
      <TextLink href={`/m/${meeting}/record#${action}`}>
        {date === null ? t('reviewOfTitle', { number, title: meetingTitle }) : t('reviewOf', { number, date })}
      </TextLink>
      <span dir="auto"> {task}</span> {facts === '' ? null : <span className={styles.facts}>{facts}</span>}
      {note === null ? null : (
        <span className={styles.reviewNote} dir="auto">
          {note}
        </span>
      )}
    </>
  )
}
