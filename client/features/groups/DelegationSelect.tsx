import { Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDelegations } from './useGroup.ts'

export interface DelegationSelectProps {
  readonly groupId: string
  readonly value: string | null
  readonly onChange: (delegationId: string | null) => void
}

const nobody = 'none'

/** One of the group's delegations, or none. */
export function DelegationSelect({ groupId, value, onChange }: DelegationSelectProps) {
  const { t } = useWords('groups')
  const delegations = useDelegations(groupId)
  return (
    <Select<string>
      label={t('mem.delegation')}
      value={value ?? nobody}
      onChange={(id) => onChange(id === nobody ? null : id)}
      choices={[
        { id: nobody, label: t('mem.none') },
        ...(delegations.data ?? []).map((one) => ({ id: one.delegationId, label: one.name, hint: one.code })),
      ]}
    />
  )
}
