import { cx } from './cx.ts'
import styles from './StatusPill.module.css'

export interface StatusPillProps {
  readonly label: string
  readonly tone: 'live' | 'ok' | 'plain' | 'hollow'
  /** How many stages there are, and which one holds (from 0). */
  readonly stages: number
  readonly stage: number
}

/** Where the meeting is in its life: a dot, a word, and short lines for the stages. Put it inside a menu's button to make it act. */
export function StatusPill({ label, tone, stages, stage }: StatusPillProps) {
  return (
    <span className={styles.pill}>
      <span className={cx(styles.dot, styles[tone])} aria-hidden="true" />
      <span>{label}</span>
      <span className={cx(styles.stages, 'hideOnPhone')} aria-hidden="true">
        {Array.from({ length: stages }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stages are a fixed row; their place is what they are
          <i key={place} className={cx(place < stage && styles.on, place === stage && styles.now)} data-tone={tone} />
        ))}
      </span>
    </span>
  )
}
