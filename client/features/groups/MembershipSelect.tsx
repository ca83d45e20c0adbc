import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import { Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { membershipKinds } from './delegationKinds.ts'

export interface MembershipSelectProps {
  readonly value: DelegationAnswer['membership']
  readonly onChange: (value: DelegationAnswer['membership']) => void
}

/** What the delegation is in the group. */
export function MembershipSelect({ value, onChange }: MembershipSelectProps) {
  const { t } = useWords('groups')
  const common = useWords()
  return (
    <Select
      label={t('del.membership')}
      value={value}
      onChange={onChange}
      choices={membershipKinds.map((id) => ({ id, label: common.t(`membership.${id}`) }))}
    />
  )
}
