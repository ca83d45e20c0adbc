import type { HandoverAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'
import styles from './Handover.module.css'

export type MeetingLinesProps = Pick<HandoverAnswer, 'last' | 'next'>

/** The meeting that was, and the one that comes. */
export function MeetingLines({ last, next }: MeetingLinesProps) {
  const { t, locale } = useWords('onward')
  const common = useWords()
  const line = (meeting: HandoverAnswer['last']) =>
    meeting === null ? (
      t('noneYet')
    ) : (
      <>
        <TextLink href={`/m/${meeting.meetingId}`}>
          <span dir="auto">{meeting.title}</span>
        </TextLink>
        <span className="micro" dir="auto">
          {[dayWords(meeting.date, locale) ?? t('dateUnknown'), meeting.place, common.t(`phase.${meeting.phase}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    )
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('nextMeeting')}</dt>
        <dd>{line(next)}</dd>
      </div>
      <div>
        <dt>{t('lastMeeting')}</dt>
        <dd>{line(last)}</dd>
      </div>
    </dl>
  )
}
