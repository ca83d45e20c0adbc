import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../words/index.ts'
import { cx } from './cx.ts'
import styles from './Skeleton.module.css'

export interface DelayedProps {
  readonly children: ReactNode
  readonly afterMs?: number | undefined
}

/** Shows its children only when waiting has become noticeable: a quick answer never flashes. */
export function Delayed({ children, afterMs = 300 }: DelayedProps) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isDue ? children : null
}

export interface SkeletonProps {
  /** One line for each, as a share of the width ("60%"). A line that starts with "title" is a heading. */
  readonly shape: readonly ('title' | 'long' | 'middle' | 'short' | 'gap')[]
  /** What is being waited for. */
  readonly label?: string | undefined
}

/** The shape of what is coming, in grey lines. */
export function Skeleton({ shape, label }: SkeletonProps) {
  const { t } = useWords()
  return (
    <Delayed>
      <div role="status" aria-label={label ?? t('loading')} className={styles.shape}>
        {shape.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a shape never move
          <span key={place} className={cx(line !== 'gap' && styles.line, styles[line])} />
        ))}
      </div>
    </Delayed>
  )
}
