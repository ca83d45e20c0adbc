import type { MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { Section, State, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayOf } from './meetingTimes.ts'
import styles from './RecordList.module.css'

export interface RecordListProps {
  readonly meetings: readonly MeetingLineAnswer[]
}

/** Records to read, the latest first, each with how firm it is. */
export function RecordList({ meetings }: RecordListProps) {
  const { t, locale } = useWords('groups')
  return (
    <Section title={t('home.records')}>
      {meetings.length === 0 ? (
        <p className="muted small">{t('home.recordsEmpty')}</p>
      ) : (
        <ul className={styles.list}>
          {meetings.map((meeting) => (
            <li key={meeting.meetingId}>
              <RecordLine meeting={meeting} date={dayOf(meeting, locale) ?? t('home.recordDate')} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface RecordLineProps {
  readonly meeting: MeetingLineAnswer
  readonly date: string
}

function RecordLine({ meeting, date }: RecordLineProps) {
  const common = useWords()
  const isAdopted = meeting.phase === 'adopted'
  const beside = [date, meeting.place, meeting.formalMeeting].filter(Boolean).join('. ')
  return (
    <TextLink href={`/m/${meeting.meetingId}/record`} isQuiet className={styles.line}>
      <span className="spread">
        <b dir="auto">{meeting.title}</b>
        <State tone={isAdopted ? 'ok' : 'plain'} icon={isAdopted ? 'lock' : 'edit'}>
          {common.t(`phase.${meeting.phase}`)}
        </State>
      </span>
      <span className="micro" dir="auto">
        {beside}
      </span>
    </TextLink>
  )
}
