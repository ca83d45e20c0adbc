import { useState } from 'react'
import type { ActionReview, CarriedAction } from '../../../shared/record/index.ts'
import { useParties } from '../../store/index.ts'
import { Button, cx, Plate, State, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'
import styles from './Review.module.css'
import { ReviewNote } from './ReviewNote.tsx'
import { ReviewStatus } from './ReviewStatus.tsx'
import { useDueWords } from './useDueWords.ts'

export interface ReviewRowProps {
  readonly carried: CarriedAction
  readonly review: ActionReview | null
  readonly maySay: boolean
}

/** One action under review: where it is from, who leads it, how far it was, and what is said of it now. */
export function ReviewRow({ carried, review, maySay }: ReviewRowProps) {
  const { t, locale } = useWords('onward')
  const parties = useParties()
  const dueWords = useDueWords()
  const [isWriting, setWriting] = useState(false)
  const number = carried.number ?? ''
  const date = dayWords(carried.meetingDate, locale)
  const lead = carried.lead === null ? null : parties.show(carried.lead)
  return (
    <li className={styles.row} id={`review-${carried.action}`}>
      <div className={styles.what}>
        <TextLink href={`/m/${carried.meeting}/record#${carried.action}`} className={cx('micro', 'num')}>
          {date === null ? t('actionOfTitle', { number, title: carried.meetingTitle }) : t('actionOf', { number, date })}
        </TextLink>
        <p dir="auto" className={styles.task}>
          {carried.task}
        </p>
        <p className={cx(styles.facts, 'micro')}>
          {lead === null ? (
            <span>{t('noLead')}</span>
          ) : lead.code === null ? (
            <bdi dir="auto">{lead.name}</bdi>
          ) : (
            <Plate code={lead.code} name={lead.name} />
          )}
          <span dir="auto">{dueWords(carried.due)}</span>
          <span>{t('wasThen', { status: t(`status.${carried.status}`) })}</span>
          {carried.closed ? <State icon="lock">{t('closedToObservers')}</State> : null}
        </p>
        {isWriting ? (
          <ReviewNote carried={carried} review={review} onClose={() => setWriting(false)} />
        ) : (
          <>
            {review?.note ? (
              <p dir="auto" className={styles.note}>
                {review.note}
              </p>
            ) : null}
            {maySay ? (
              <Button
                variant="link"
                onPress={() => setWriting(true)}
                aria-label={`${review?.note ? t('changeNote') : t('addNote')}: ${t('reviewNote', { number })}`}
              >
                {review?.note ? t('changeNote') : t('addNote')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      <ReviewStatus carried={carried} review={review} maySay={maySay} />
    </li>
  )
}
