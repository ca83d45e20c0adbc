import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import { GroupBar } from '../features/groups/index.ts'
import { ApiRefused, queries } from '../sync/index.ts'
import { Bar, Loaded, Page } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import { BarEnd } from './BarEnd.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'

export interface MeetingFrameProps {
  readonly meetingId: string
  readonly layout: 'narrow' | 'bare'
  readonly children: (meeting: MeetingAnswer) => ReactNode
}

/** The frame of a meeting's pages beside the live one. */
export function MeetingFrame({ meetingId, layout, children }: MeetingFrameProps) {
  const { t } = useWords()
  const meeting = useQuery(queries.meeting(meetingId))
  if (meeting.error instanceof ApiRefused && meeting.error.code === 'notFound') return <NotFoundPage />
  const bar = meeting.data ? (
    <GroupBar groupId={meeting.data.groupId} name={meeting.data.groupName} current={null}>
      <BarEnd />
    </GroupBar>
  ) : (
    <Bar>
      <BarEnd />
    </Bar>
  )
  return (
    <Page title={meeting.data?.head.title ?? t('loading')} bar={bar} layout={meeting.data ? layout : 'narrow'}>
      <Loaded asked={meeting}>{children}</Loaded>
    </Page>
  )
}
