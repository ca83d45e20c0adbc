import { cx } from './cx.ts'
import styles from './Meter.module.css'

export interface MeterProps {
  /** 0 to 1; more is drawn as full. */
  readonly share: number
  /** Beyond what was meant: drawn in the live colour; the words stand beside it. */
  readonly isOver?: boolean | undefined
  /** What it measures, in words; without them it only repeats what stands beside it. */
  readonly label?: string | undefined
  readonly className?: string | undefined
}

/** A thin line that fills. */
export function Meter({ share, isOver = false, label, className }: MeterProps) {
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span className={cx(styles.meter, isOver && styles.over, className)} {...said}>
      <span className={styles.filled} style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%` }} />
    </span>
  )
}
