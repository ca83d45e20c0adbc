import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components'
import { useWords } from '../words/index.ts'
import { Aria } from './Aria.tsx'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import pop from './Pop.module.css'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly hint?: string | undefined
}

export interface SelectProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (value: Id) => void
  readonly help?: string | undefined
  /** The label is read out but not shown. */
  readonly isLabelHidden?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

/** One of a short list. */
export function Select<Id extends string>({
  label,
  choices,
  value,
  onChange,
  help,
  isLabelHidden,
  isDisabled,
  className,
}: SelectProps<Id>) {
  const { t } = useWords()
  const choose = (key: unknown) => {
    const choice = choices.find((one) => one.id === key)
    if (choice) onChange(choice.id)
  }
  return (
    <Aria>
      <AriaSelect
        className={`${styles.field} ${className ?? ''}`}
        value={value}
        onChange={choose}
        placeholder={t('choose')}
        isDisabled={isDisabled ?? false}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
      >
        {isLabelHidden ? null : <Label className={styles.label ?? ''}>{label}</Label>}
        <Button className={`${styles.input} ${styles.trigger}`}>
          <SelectValue className={styles.value ?? ''} />
          <Icon name="down" />
        </Button>
        {help ? (
          <Text slot="description" className={styles.help ?? ''}>
            {help}
          </Text>
        ) : null}
        <Popover className={pop.pop ?? ''} offset={4}>
          <ListBox className={pop.list ?? ''}>
            {choices.map((choice) => (
              <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className={pop.option ?? ''}>
                <Text slot="label" className={pop.optionLabel ?? ''}>
                  {choice.label}
                </Text>
                {choice.hint ? (
                  <Text slot="description" className={pop.hint ?? ''}>
                    {choice.hint}
                  </Text>
                ) : null}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </AriaSelect>
    </Aria>
  )
}
