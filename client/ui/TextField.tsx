import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components'
import { useWords } from '../words/index.ts'
import styles from './Field.module.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly name?: string | undefined
  readonly help?: string | undefined
  /** What does not fit, in a sentence; null when all is well. */
  readonly error?: string | null | undefined
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'date' | 'time' | undefined
  readonly autoComplete?: string | undefined
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean | undefined
  /** Says so beside the label: fields are needed unless they say otherwise. */
  readonly isOptional?: boolean | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  /** More than one line of writing. */
  readonly rows?: number | undefined
  readonly autoFocus?: boolean | undefined
  readonly className?: string | undefined
}

/** One field to write in, with its label above and its help and error below. */
export function TextField(props: TextFieldProps) {
  const { t } = useWords()
  const { label, value, onChange, help, error, type = 'text', placeholder, rows, className } = props
  const direction = type === 'text' ? 'auto' : 'ltr'
  return (
    <AriaTextField
      className={`${styles.field} ${className ?? ''}`}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={Boolean(error)}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      {...(props.name ? { name: props.name } : {})}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      {...(props.minLength === undefined ? {} : { minLength: props.minLength })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className={styles.label ?? ''}>
        {label}
        {props.isOptional ? <span className={styles.optional}> ({t('optional')})</span> : null}
      </Label>
      {rows === undefined ? (
        <Input className={styles.input ?? ''} dir={direction} placeholder={placeholder ?? ''} />
      ) : (
        <TextArea className={styles.input ?? ''} dir="auto" rows={rows} placeholder={placeholder ?? ''} />
      )}
      {help ? (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      ) : null}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  )
}
