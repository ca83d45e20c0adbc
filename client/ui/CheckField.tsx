import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface CheckFieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** One yes or no. The browser's own box has the focus and the press; what is seen of it is drawn beside it. */
export function CheckField({ label, help, isSelected, onChange }: CheckFieldProps) {
  return (
    <label className={styles.check} data-selected={isSelected || undefined}>
      <VisuallyHidden>
        <input type="checkbox" checked={isSelected} onChange={(event) => onChange(event.currentTarget.checked)} />
      </VisuallyHidden>
      <span className={styles.box}>
        <Icon name="check" />
      </span>
      <span>
        {label}
        {help ? <span className={styles.checkHelp}>{help}</span> : null}
      </span>
    </label>
  )
}
