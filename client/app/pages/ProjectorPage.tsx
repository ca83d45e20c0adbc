import type { MeetingId } from '../../../shared/base/index.ts'
import { Wall } from '../../features/projector/index.ts'
import { MeetingProvider, useConnection, useMeeting, useReadable } from '../../store/index.ts'
import { EmptyState, LinkButton, Page, Skeleton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { InsideOnly } from '../InsideOnly.tsx'
import { useOpenMeeting } from '../live/useOpenMeeting.ts'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'

/** `/m/:meetingId/projector`: the meeting on the wall, for whoever is in. */
export function ProjectorPage() {
  const { meetingId } = useParams('/m/$meetingId/projector')
  return (
    <InsideOnly>
      {(session) => {
        const personId = session.account?.personId ?? session.guest?.personId ?? ''
        return <Projector key={meetingId} meetingId={meetingId} personId={personId} />
      }}
    </InsideOnly>
  )
}

interface ProjectorProps {
  readonly meetingId: string
  readonly personId: string
}

function Projector({ meetingId, personId }: ProjectorProps) {
  // The address is not checked here: an id that is none is not found by the server.
  const meeting = useOpenMeeting(meetingId as MeetingId, personId, 'screen')
  if (meeting === null) return <Opening />
  return (
    <MeetingProvider meeting={meeting}>
      <Opened meetingId={meetingId} />
    </MeetingProvider>
  )
}

function Opening() {
  const { t } = useWords('room')
  return (
    <Page title={t('opening')} layout="narrow">
      <Skeleton shape={['title', 'gap', 'long', 'middle']} label={t('opening')} />
    </Page>
  )
}

interface OpenedProps {
  readonly meetingId: string
}

function Opened({ meetingId }: OpenedProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const go = useGo()
  const meeting = useMeeting()
  const connection = useConnection()
  const record = useReadable(meeting.record)
  const leave = () => go(`/m/${meetingId}`)
  if (connection.kind === 'refused') {
    return (
      <Page title={t('openingMeeting')} layout="narrow">
        <EmptyState title={common(`refusal.${connection.refusal.code}`)} role="alert" headingLevel={1}>
          <LinkButton href="/" variant="primary">
            {t('refused.back')}
          </LinkButton>
        </EmptyState>
      </Page>
    )
  }
  return record === null ? <Opening /> : <Wall onLeave={leave} />
}
