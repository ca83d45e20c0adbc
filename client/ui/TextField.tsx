import { useEffect, useId, useRef } from 'react'
import { useWords } from '../words/index.ts'
import { cx } from './cx.ts'
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
  const id = useId()
  const field = useRef<HTMLElement | null>(null)
  const takesFocus = useRef(props.autoFocus ?? false)
  useEffect(() => {
    if (takesFocus.current) field.current?.focus()
    takesFocus.current = false
  }, [])
  const told = [help ? `${id}help` : null, error ? `${id}error` : null].filter((one) => one !== null).join(' ')
  const common = {
    id,
    className: styles.input,
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
    placeholder: placeholder ?? '',
    name: props.name,
    autoComplete: props.autoComplete,
    minLength: props.minLength,
    maxLength: props.maxLength,
    // Told by us, in the language of the page: the browser's own bubbles are not used.
    'aria-required': props.isRequired || undefined,
    'aria-invalid': Boolean(error) || undefined,
    'aria-describedby': told === '' ? undefined : told,
  }
  return (
    <div className={cx(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {props.isOptional ? <span className={styles.optional}> ({t('optional')})</span> : null}
      </label>
      {rows === undefined ? (
        <input
          {...common}
          type={type}
          dir={type === 'text' ? 'auto' : 'ltr'}
          ref={(element) => {
            field.current = element
          }}
        />
      ) : (
        <textarea
          {...common}
          dir="auto"
          rows={rows}
          ref={(element) => {
            field.current = element
          }}
        />
      )}
      {help ? (
        <span id={`${id}help`} className={styles.help}>
          {help}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}error`} className={styles.error}>
          {error}
        </span>
      ) : null}
    </div>
  )
}
