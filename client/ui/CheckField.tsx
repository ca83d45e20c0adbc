import { Checkbox } from 'react-aria-components'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'

export interface CheckFieldProps {
  readonly label: string
  readonly help?: string | undefined
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** One yes or no. */
export function CheckField({ label, help, isSelected, onChange }: CheckFieldProps) {
  return (
    <Checkbox className={styles.check ?? ''} isSelected={isSelected} onChange={onChange}>
      <span className={styles.box}>
        <Icon name="check" />
      </span>
      <span>
        {label}
        {help ? <span className={styles.checkHelp}>{help}</span> : null}
      </span>
    </Checkbox>
  )
}
