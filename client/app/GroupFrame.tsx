import type { ReactNode } from 'react'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import { type GroupPlace, useGroup } from '../features/groups/index.ts'
import { ApiRefused } from '../sync/index.ts'
import { Bar, Loaded, Page } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import { BarEnd } from './BarEnd.tsx'
import { GroupTop } from './GroupTop.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'

export interface GroupFrameProps {
  readonly groupId: string
  readonly current: GroupPlace | 'settings' | null
  /** Of the window; the group's name follows. */
  readonly title?: string | undefined
  readonly layout?: 'page' | 'narrow' | 'wide' | undefined
  readonly children: (group: GroupAnswer) => ReactNode
}

/** The frame of a group's pages: asks for the group, shows its bar, and what belongs inside once it is there. */
export function GroupFrame({ groupId, current, title, layout = 'page', children }: GroupFrameProps) {
  const { t } = useWords()
  const group = useGroup(groupId)
  if (group.error instanceof ApiRefused && group.error.code === 'notFound') return <NotFoundPage />
  const name = group.data?.name
  const bar = name ? (
    <GroupTop group={{ groupId, name }} current={current} />
  ) : (
    <Bar>
      <BarEnd />
    </Bar>
  )
  return (
    <Page title={[title, name].filter(Boolean).join(' · ') || t('loading')} bar={bar} layout={layout}>
      <Loaded asked={group}>{children}</Loaded>
    </Page>
  )
}
