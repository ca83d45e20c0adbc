import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import { Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { partyStatusKinds } from './delegationKinds.ts'

export interface PartyStatusSelectProps {
  readonly value: DelegationAnswer['partyStatus']
  readonly onChange: (value: DelegationAnswer['partyStatus']) => void
}

const notStated = 'none'

/** How a state stands towards the treaty, or that it is not stated. */
export function PartyStatusSelect({ value, onChange }: PartyStatusSelectProps) {
  const { t } = useWords('groups')
  const common = useWords()
  return (
    <Select
      label={t('del.partyStatus')}
      value={value ?? notStated}
      onChange={(chosen) => onChange(chosen === notStated ? null : chosen)}
      choices={[
        { id: notStated, label: t('del.partyNone') },
        ...partyStatusKinds.map((id) => ({ id, label: common.t(`partyStatus.${id}`) })),
      ]}
    />
  )
}
