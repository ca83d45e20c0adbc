import type { MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { Section, State, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { dayOf } from './meetingTimes.ts'
import styles from './RecordList.module.css'

export interface MeetingListProps {
  readonly title: string
  readonly meetings: readonly MeetingLineAnswer[]
  /** A meeting that is over is read; one to come is entered. */
  readonly areOver: boolean
  readonly empty: string
}

/** Meetings one under the other, each with its day, its place and how far it is. */
export function MeetingList({ title, meetings, areOver, empty }: MeetingListProps) {
  const { t, locale } = useWords('groups')
  const common = useWords()
  return (
    <Section title={title}>
      {meetings.length === 0 ? (
        <p className="muted small">{empty}</p>
      ) : (
        <ul className={styles.list}>
          {meetings.map((meeting) => (
            <li key={meeting.meetingId}>
              <TextLink href={`/m/${meeting.meetingId}${areOver ? '/record' : ''}`} isQuiet className={styles.line}>
                <span className="spread">
                  <b dir="auto">{meeting.title}</b>
                  <State
                    tone={meeting.phase === 'adopted' ? 'ok' : meeting.phase === 'inSession' ? 'live' : 'plain'}
                    {...sign(meeting)}
                  >
                    {common.t(`phase.${meeting.phase}`)}
                  </State>
                </span>
                <span className="micro" dir="auto">
                  {[dayOf(meeting, locale) ?? t('home.dateUnknown'), meeting.place, meeting.formalMeeting]
                    .filter(Boolean)
                    .join('. ')}
                </span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** A drawing or a dot that repeats what the words say. */
function sign({ phase }: MeetingLineAnswer) {
  if (phase === 'adopted') return { icon: 'check' as const }
  return phase === 'inSession' ? { hasDot: true } : phase === 'planned' ? { dot: 'hollow' as const } : { icon: 'edit' as const }
}
