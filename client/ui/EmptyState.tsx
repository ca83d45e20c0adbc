import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  readonly title: string
  readonly text?: string | undefined
  /** The ways forward, as buttons. */
  readonly children?: ReactNode
  readonly note?: string | undefined
  readonly headingLevel?: 1 | 2 | 3 | undefined
  readonly role?: 'alert' | 'status' | undefined
}

/** Nothing to show, or something that went wrong: what happened, what is safe, what to do. */
export function EmptyState({ title, text, children, note, headingLevel = 2, role }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={styles.empty} role={role}>
      <Heading className={styles.title}>{title}</Heading>
      {text ? <p className={styles.text}>{text}</p> : null}
      {children ? <div className="row wrap">{children}</div> : null}
      {note ? <span className="micro num">{note}</span> : null}
    </div>
  )
}
