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

export interface SuggestFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly string[]
  readonly help?: string | undefined
  readonly error?: string | null | undefined
  readonly maxLength?: number | undefined
  /** Says so beside the label: fields are needed unless they say otherwise. */
  readonly isOptional?: boolean | undefined
}

/** A field to write in freely, with words that are offered and need not be taken. */
export function SuggestField({
  label,
  value,
  onChange,
  suggestions,
  help,
  error,
  maxLength,
  isOptional = false,
}: SuggestFieldProps) {
  const { t } = useWords()
  return (
    <Aria>
      <AriaComboBox
        className={styles.field ?? ''}
        allowsCustomValue
        inputValue={value}
        onInputChange={onChange}
        // What stands in the field already is no search: opening the list by its button shows all of it.
        defaultItems={suggestions.map((name) => ({ name }))}
        isInvalid={Boolean(error)}
        validationBehavior="aria"
        menuTrigger="input"
      >
        <Label className={styles.label ?? ''}>
          {label}
          {isOptional ? <span className={styles.optional}> ({t('optional')})</span> : null}
        </Label>
        <div className={styles.combo}>
          <Input className={styles.input ?? ''} dir="auto" {...(maxLength === undefined ? {} : { maxLength })} />
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
          <ListBox className={pop.list ?? ''}>
            {(suggestion: { readonly name: string }) => (
              <ListBoxItem id={suggestion.name} textValue={suggestion.name} className={pop.option ?? ''}>
                <Text slot="label" className={pop.optionLabel ?? ''}>
                  {suggestion.name}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </Aria>
  )
}
