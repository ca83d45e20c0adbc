import type { MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { Section, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayOf } from './meetingTimes.ts'
import styles from './RecordList.module.css'

export interface UpcomingListProps {
  readonly meetings: readonly MeetingLineAnswer[]
}

/** Other meetings to come. */
export function UpcomingList({ meetings }: UpcomingListProps) {
  const { t, locale } = useWords('groups')
  return (
    <Section title={t('home.upcoming')}>
      <ul className={styles.list}>
        {meetings.map((meeting) => (
          <li key={meeting.meetingId}>
            <TextLink href={`/m/${meeting.meetingId}`} isQuiet className={styles.line}>
              <b dir="auto">{meeting.title}</b>
              <br />
              <span className="micro">{dayOf(meeting, locale) ?? t('home.dateUnknown')}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
