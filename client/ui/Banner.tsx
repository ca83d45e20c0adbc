import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'

export interface BannerProps {
  readonly tone?: 'plain' | 'info' | 'ok' | 'warn' | 'live' | undefined
  readonly icon: IconName
  readonly children: ReactNode
  /** At most one way forward. */
  readonly action?: ReactNode
  /** `alert` only for what must be heard at once. */
  readonly role?: 'status' | 'alert' | undefined
}

/** A sentence over the whole page: what happened, what is safe, what to do. */
export function Banner({ tone = 'plain', icon, children, action, role = 'status' }: BannerProps) {
  return (
    <div className={cx(styles.banner, styles[tone], 'noPrint')} role={role}>
      <Icon name={icon} />
      <span className="grow">{children}</span>
      {action}
    </div>
  )
}
