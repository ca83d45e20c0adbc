import type { MeetingId } from '../../../shared/base/index.ts'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { MeetingProvider, useConnection, useMeeting, useReadable } from '../../store/index.ts'
import { EmptyState, LinkButton, Skeleton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useAboutKeeper } from '../live/useAboutKeeper.ts'
import { useOpenMeeting } from '../live/useOpenMeeting.ts'
import styles from './RecordView.module.css'
import { RecordView } from './RecordView.tsx'

export interface RecordRoomProps {
  readonly meeting: MeetingAnswer
  /** Whose copy on this device is opened. */
  readonly personId: string
  /** The text that the address asks for; null for the one that holds. */
  readonly version: number | null
}

/** Opens the meeting under its record: what the office does and what delegations say is seen as it happens. */
export function RecordRoom({ meeting: head, personId, version }: RecordRoomProps) {
  const meeting = useOpenMeeting(head.meetingId as MeetingId, personId) // the server's own id
  if (meeting === null) return <Opening />
  return (
    <MeetingProvider meeting={meeting}>
      <Opened head={head} version={version} />
    </MeetingProvider>
  )
}

interface OpenedProps {
  readonly head: MeetingAnswer
  readonly version: number | null
}

function Opened({ head, version }: OpenedProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const connection = useConnection()
  const record = useReadable(meeting.record)
  const session = useReadable(meeting.session)
  useAboutKeeper(head)
  if (record !== null && session !== null) return <RecordView record={record} head={head} version={version} />
  if (connection.kind !== 'refused') return <Opening />
  return (
    <div className={styles.opening}>
      <EmptyState title={common(`refusal.${connection.refusal.code}`)} role="alert" headingLevel={1}>
        <LinkButton href="/" variant="primary">
          {t('refused.back')}
        </LinkButton>
      </EmptyState>
    </div>
  )
}

function Opening() {
  return (
    <div className={styles.opening}>
      <Skeleton shape={['title', 'long', 'middle', 'gap', 'long', 'long', 'short']} />
    </div>
  )
}
