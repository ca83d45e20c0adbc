import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import type { GroupPlace } from '../features/groups/index.ts'
import { ApiRefused, queries } from '../sync/index.ts'
import { Bar, Loaded, Page } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import { BarEnd } from './BarEnd.tsx'
import { GroupTop } from './GroupTop.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'

export interface MeetingFrameProps {
  readonly meetingId: string
  readonly layout: 'narrow' | 'bare'
  readonly current: GroupPlace
  readonly children: (meeting: MeetingAnswer) => ReactNode
}

/** The frame of a meeting's pages beside the live one. */
export function MeetingFrame({ meetingId, layout, current, children }: MeetingFrameProps) {
  const { t } = useWords()
  const meeting = useQuery(queries.meeting(meetingId))
  if (meeting.error instanceof ApiRefused && meeting.error.code === 'notFound') return <NotFoundPage />
  const bar = meeting.data ? (
    <GroupTop group={{ groupId: meeting.data.groupId, name: meeting.data.groupName }} current={current} />
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
