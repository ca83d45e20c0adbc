import type { ReactNode } from 'react'
import { Bar, BarNav } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface GroupBarProps {
  readonly groupId: string
  readonly name: string
  readonly current: 'overview' | 'settings' | null
  /** What stands at the end: language, theme, account. */
  readonly children?: ReactNode
}

/** The bar of a group's pages. */
export function GroupBar({ groupId, name, current, children }: GroupBarProps) {
  const { t } = useWords('groups')
  return (
    <Bar
      crumbs={[{ label: name }]}
      nav={
        <BarNav
          label={t('nav.label')}
          links={[
            { href: `/g/${groupId}`, label: t('nav.overview'), icon: 'people', isCurrent: current === 'overview' },
            { href: `/g/${groupId}/settings`, label: t('nav.settings'), icon: 'settings', isCurrent: current === 'settings' },
          ]}
        />
      }
    >
      {children}
    </Bar>
  )
}
