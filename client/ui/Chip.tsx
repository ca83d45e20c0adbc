import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import { cx } from './cx.ts'
import { Press } from './Press.tsx'

export interface ChipProps {
  readonly children: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A filter that is on or off, as a word in a round frame. */
export function Chip({ children, isOn, onChange }: ChipProps) {
  return (
    <Press className={styles.chip} aria-pressed={isOn} onPress={() => onChange(!isOn)}>
      {children}
    </Press>
  )
}

/** The look of a chip, for a menu's button that stands among chips. */
export function chipClass(isOn: boolean): string {
  return cx(styles.chip, isOn && styles.on)
}
