import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import styles from './State.module.css'

export interface StateProps {
  readonly children: ReactNode
  readonly tone?: 'plain' | 'ok' | 'live' | 'warn' | undefined
  readonly icon?: IconName | undefined
  readonly hasDot?: boolean | undefined
  /** `full`: it is being done; `hollow`: nothing of it yet. */
  readonly dot?: 'full' | 'hollow' | undefined
  readonly role?: 'status' | undefined
}

/** A state in words, with a drawing or a dot that repeats what the words say. */
export function State({ children, tone = 'plain', icon, hasDot = false, dot, role }: StateProps) {
  return (
    <span className={cx(styles.state, styles[tone])} role={role}>
      {icon ? <Icon name={icon} /> : null}
      {hasDot || dot ? <span className={cx(styles.dot, dot && styles[dot])} aria-hidden="true" /> : null}
      <span>{children}</span>
    </span>
  )
}
