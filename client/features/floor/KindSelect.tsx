import type { InterventionKind } from '../../../shared/record/index.ts'
import { Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

const kinds: readonly InterventionKind[] = ['statement', 'reply', 'pointOfOrder']

export interface KindSelectProps {
  readonly value: InterventionKind
  readonly onChange: (kind: InterventionKind) => void
}

/** What the floor is asked for. */
export function KindSelect({ value, onChange }: KindSelectProps) {
  const { t } = useWords('floor')
  const choices = kinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) }))
  return <Select label={t('kind')} choices={choices} value={value} onChange={onChange} />
}
