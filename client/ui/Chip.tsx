import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import styles from './Chip.module.css'
import { cx } from './cx.ts'

export interface ChipProps {
  readonly children: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A filter that is on or off, as a word in a round frame. */
export function Chip({ children, isOn, onChange }: ChipProps) {
  return (
    <Button className={styles.chip ?? ''} aria-pressed={isOn} onPress={() => onChange(!isOn)}>
      {children}
    </Button>
  )
}

/** The look of a chip, for a menu's button that stands among chips. */
export function chipClass(isOn: boolean): string {
  return cx(styles.chip, isOn && styles.on)
}
