import { useQuery } from '@tanstack/react-query'
import type { MeetingId } from '../../../shared/base/index.ts'
import { FollowProvider } from '../../features/agenda/index.ts'
import { WritingProvider } from '../../features/text/index.ts'
import { MeetingProvider, useConnection, useMeeting, useReadable } from '../../store/index.ts'
import { ApiRefused, queries } from '../../sync/index.ts'
import { EmptyState, LinkButton, Page, Skeleton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CopiesFromBefore } from './CopiesFromBefore.tsx'
import { LiveMeeting } from './LiveMeeting.tsx'
import styles from './LivePage.module.css'
import { useAboutKeeper } from './useAboutKeeper.ts'
import { useOpenMeeting } from './useOpenMeeting.ts'

export interface LivePageProps {
  readonly meetingId: string
  /** Whose copy on this device is opened. */
  readonly personId: string
  /** By a seat: there is no group page to go back to. */
  readonly isGuest: boolean
}

/** The live meeting, from the copy on this device first and from the server as soon as it answers. */
export function LivePage({ meetingId, personId, isGuest }: LivePageProps) {
  // The address is not checked here: an id that is none is not found by the server.
  const meeting = useOpenMeeting(meetingId as MeetingId, personId)
  if (meeting === null) return <Opening />
  return (
    <MeetingProvider meeting={meeting}>
      <WritingProvider>
        <Opened meetingId={meetingId} isGuest={isGuest} />
      </WritingProvider>
    </MeetingProvider>
  )
}

function Opening() {
  const { t } = useWords('live')
  return (
    <Page title={t('openingMeeting')} layout="narrow">
      <Skeleton shape={['title', 'gap', 'long', 'middle', 'gap', 'long', 'long', 'short']} label={t('openingMeeting')} />
    </Page>
  )
}

interface OpenedProps {
  readonly meetingId: string
  readonly isGuest: boolean
}

function Opened({ meetingId, isGuest }: OpenedProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const connection = useConnection()
  const record = useReadable(meeting.record)
  const head = useQuery(queries.meeting(meetingId))
  useAboutKeeper(head.data)
  if (record !== null) {
    return (
      <FollowProvider>
        <LiveMeeting isGuest={isGuest} />
      </FollowProvider>
    )
  }
  const refusal = connection.kind === 'refused' ? connection.refusal : null
  const unknown = head.error instanceof ApiRefused && head.error.code === 'notFound'
  if (refusal === null && !unknown) return <Opening />
  return (
    <Page title={t('openingMeeting')} layout="narrow" banner={<CopiesFromBefore />}>
      <div className={styles.refused}>
        <EmptyState title={common(`refusal.${refusal?.code ?? 'notFound'}`)} role="alert" headingLevel={1}>
          <LinkButton href="/" variant="primary">
            {t('refused.back')}
          </LinkButton>
        </EmptyState>
      </div>
    </Page>
  )
}
