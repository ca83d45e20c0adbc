import type { ReactNode } from 'react'
import { Bar, BarNav, type IconName } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** The places of a group that stand in its bar. */
export type GroupPlace = 'overview' | 'meetings' | 'actions' | 'records'

export interface GroupBarProps {
  readonly groupId: string
  readonly name: string
  readonly current: GroupPlace | null
  /** What stands at the end: search, settings, language, theme, account. */
  readonly children?: ReactNode
}

const places: readonly (readonly [GroupPlace, IconName])[] = [
  ['overview', 'people'],
  ['meetings', 'calendar'],
  ['actions', 'list'],
  ['records', 'document'],
]

/** The bar of a group's pages. */
export function GroupBar({ groupId, name, current, children }: GroupBarProps) {
  const { t } = useWords('groups')
  const links = places.map(([place, icon]) => ({
    href: place === 'overview' ? `/g/${groupId}` : `/g/${groupId}/${place}`,
    label: t(`nav.${place}`),
    icon,
    isCurrent: current === place,
  }))
  return (
    <Bar crumbs={[{ label: name }]} nav={<BarNav label={t('nav.label')} links={links} />}>
      {children}
    </Bar>
  )
}
