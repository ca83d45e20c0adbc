import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { Banner, PageTitle, Tabs } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AboutForm } from './AboutForm.tsx'
import { DelegationSettings } from './DelegationSettings.tsx'
import { MemberSettings } from './MemberSettings.tsx'
import { RulesForm } from './RulesForm.tsx'
import { SeatSettings } from './SeatSettings.tsx'

export interface GroupSettingsProps {
  readonly group: GroupAnswer
}

/** Everything the coordinator settles about a group: delegations, members, seat links, what it is, its rules. */
export function GroupSettings({ group }: GroupSettingsProps) {
  const { t } = useWords('groups')
  const mayManage = group.rights.includes('delegations.manage')
  const tabs = [
    { id: 'delegations', label: t('settings.delegations'), content: <DelegationSettings group={group} /> },
    { id: 'members', label: t('settings.members'), content: <MemberSettings group={group} /> },
    ...(group.rights.includes('seats.manage')
      ? [{ id: 'seats', label: t('settings.seats'), content: <SeatSettings group={group} /> }]
      : []),
    ...(group.rights.includes('group.settings')
      ? [
          { id: 'about', label: t('settings.about'), content: <AboutForm group={group} /> },
          { id: 'rules', label: t('settings.rules'), content: <RulesForm group={group} /> },
        ]
      : []),
  ]
  return (
    <>
      <PageTitle sub={group.name}>{t('settings.title')}</PageTitle>
      {mayManage ? null : <Banner icon="eye">{t('settings.readOnly')}</Banner>}
      <Tabs label={t('settings.sections')} tabs={tabs} />
    </>
  )
}
