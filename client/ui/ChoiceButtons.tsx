import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './ChoiceButtons.module.css'

export interface ChoiceButtonsProps<Id extends string> {
  /** Whose choice it is; read out, not shown. */
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  /** Null: none is chosen yet. */
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly isDisabled?: boolean | undefined
}

/** One of a few, all in sight: arrows go along them, a press chooses; what is chosen is not taken back by a second press. */
export function ChoiceButtons<Id extends string>({
  label,
  choices,
  value,
  onChange,
  isDisabled = false,
}: ChoiceButtonsProps<Id>) {
  const choose = (keys: ReadonlySet<unknown>) => {
    const chosen = choices.find((choice) => keys.has(choice.id))
    if (chosen !== undefined && chosen.id !== value) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={choose}
      isDisabled={isDisabled}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className={styles.choice ?? ''}>
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
