import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { useWords } from '../words/index.ts'
import { Aria } from './Aria.tsx'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import pop from './Pop.module.css'
import type { Choice } from './Select.tsx'

export interface ComboBoxProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  /** The chosen id, or null. */
  readonly value: Id | null
  readonly onChange: (value: Id | null) => void
  readonly help?: string | undefined
  readonly error?: string | null | undefined
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly className?: string | undefined
}

/** One of a long list, found by writing a part of it (or of its code, which stands as the hint). */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { t } = useWords()
  const { label, choices, value, onChange, help, error, placeholder, className } = props
  const choose = (key: unknown) => onChange(choices.find((one) => one.id === key)?.id ?? null)
  return (
    <Aria>
      <AriaComboBox
        className={`${styles.field} ${className ?? ''}`}
        value={value}
        onChange={choose}
        defaultItems={choices}
        isInvalid={Boolean(error)}
        validationBehavior="aria"
        menuTrigger="focus"
        autoFocus={props.autoFocus ?? false}
      >
        <Label className={styles.label ?? ''}>{label}</Label>
        <div className={styles.combo}>
          <Input className={styles.input ?? ''} dir="auto" placeholder={placeholder ?? ''} />
          <Button className={styles.comboButton ?? ''}>
            <Icon name="down" />
          </Button>
        </div>
        {help ? (
          <Text slot="description" className={styles.help ?? ''}>
            {help}
          </Text>
        ) : null}
        <FieldError className={styles.error ?? ''}>{error}</FieldError>
        <Popover className={pop.pop ?? ''} offset={4}>
          <ListBox className={pop.list ?? ''} renderEmptyState={() => <p className={pop.empty}>{t('nothingFound')}</p>}>
            {(choice: Choice<Id>) => (
              <ListBoxItem
                id={choice.id}
                textValue={choice.hint ? `${choice.label} ${choice.hint}` : choice.label}
                className={pop.option ?? ''}
              >
                <Text slot="label" className={pop.optionLabel ?? ''}>
                  {choice.label}
                </Text>
                {choice.hint ? <span className={pop.hint}>{choice.hint}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </Aria>
  )
}
