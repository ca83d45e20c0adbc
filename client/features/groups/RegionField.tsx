import { SuggestField } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'

export interface RegionFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The regional group, in free words: the five of the United Nations are offered. */
export function RegionField({ value, onChange }: RegionFieldProps) {
  const { t } = useWords('groups')
  const { names } = useRegions()
  return (
    <SuggestField
      label={t('del.region')}
      help={t('del.regionHelp')}
      value={value}
      onChange={onChange}
      suggestions={names}
      maxLength={60}
      isOptional
    />
  )
}
