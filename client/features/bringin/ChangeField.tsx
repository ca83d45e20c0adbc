import type { FindOf } from '../../../shared/protocol/index.ts'
import { Select, SuggestField, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { FindField } from './fields.ts'

export interface ChangeFieldProps {
  readonly field: FindField
  readonly value: string
  readonly isWrong: boolean
  readonly items: readonly FindOf<'item'>[]
  readonly verbs: readonly string[]
  readonly hasFocus: boolean
  readonly onChange: (words: string) => void
}

/** One field of a find: a line, several lines, or a choice. */
export function ChangeField({ field, value, isWrong, items, verbs, hasFocus, onChange }: ChangeFieldProps) {
  const { t } = useWords('bringin')
  const label = t(`field.${field.name}`)
  if (field.input === 'item') {
    const none = { id: '', label: t('noItem') }
    const choices = [
      none,
      ...items.map(({ id, value: item }) => ({ id, label: item.number === null ? item.title : `${item.number} ${item.title}` })),
    ]
    return <Select label={label} choices={choices} value={value} onChange={onChange} />
  }
  if (field.input === 'choice') {
    const named = (field.choices ?? []).map((id) => ({ id, label: t(`choice.${id}` as 'choice.present') })) // every choice of the table has a key of this form
    const choices = field.mayBeNone === true ? [{ id: '', label: t('choice.none') }, ...named] : named
    return <Select label={label} choices={choices} value={value} onChange={onChange} />
  }
  if (field.name === 'verb') return <SuggestField label={label} value={value} onChange={onChange} suggestions={verbs} />
  const help =
    field.input === 'date'
      ? t('help.date')
      : field.input === 'hour'
        ? t('help.hour')
        : field.input === 'list'
          ? t('help.list')
          : field.input === 'due'
            ? t('help.due')
            : undefined
  const rows = field.input === 'lines' ? 4 : field.input === 'list' ? 3 : undefined
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      help={help}
      error={isWrong ? t('wrong') : null}
      rows={rows}
      autoFocus={hasFocus}
      isOptional={field.isNeeded !== true}
    />
  )
}
