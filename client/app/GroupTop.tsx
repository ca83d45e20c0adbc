import { useQuery } from '@tanstack/react-query'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import { GroupBar, type GroupPlace, useGroup } from '../features/groups/index.ts'
import { queries } from '../sync/index.ts'
import { Icon, LinkButton, Plate, VisuallyHidden } from '../ui/index.ts'
import { useWords } from '../words/index.ts'
import { BarEnd } from './BarEnd.tsx'
import { GroupFinder } from './find/GroupFinder.tsx'

export interface GroupTopProps {
  readonly group: Pick<GroupAnswer, 'groupId' | 'name'>
  readonly current: GroupPlace | 'settings' | null
}

/** The bar over everything that belongs to a group: its places, the palette, its settings, and who one is. */
export function GroupTop({ group, current }: GroupTopProps) {
  const { t } = useWords('groups')
  return (
    <GroupBar groupId={group.groupId} name={group.name} current={current === 'settings' ? null : current}>
      <GroupFinder groupId={group.groupId} />
      <OwnPlate groupId={group.groupId} />
      <LinkButton href={`/g/${group.groupId}/settings`} variant="ghost" isOn={current === 'settings'}>
        <Icon name="settings" />
        <VisuallyHidden>{t('nav.settings')}</VisuallyHidden>
      </LinkButton>
      <BarEnd />
    </GroupBar>
  )
}

/** For which delegation one is here, as it stands on the table. */
function OwnPlate({ groupId }: { readonly groupId: string }) {
  const own = useGroup(groupId).data?.you.delegationId ?? null
  const delegations = useQuery({ ...queries.delegations(groupId), enabled: own !== null })
  const delegation = delegations.data?.find((one) => one.delegationId === own)
  if (delegation === undefined) return null
  return (
    <span className="hideOnPhone">
      <Plate code={delegation.code} name={delegation.name} />
    </span>
  )
}
