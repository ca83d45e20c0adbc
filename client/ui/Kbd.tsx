import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

export interface KbdProps {
  readonly children: ReactNode
}

/** The cap of a key; keys are never translated. */
export function Kbd({ children }: KbdProps) {
  return (
    <kbd className={styles.key} dir="ltr">
      {children}
    </kbd>
  )
}
