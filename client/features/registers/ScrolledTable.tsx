import type { ReactNode } from 'react'
import { useWords } from '../../words/index.ts'
import styles from './Participation.module.css'

export interface ScrolledTableProps {
  readonly children: ReactNode
}

/** A table that may be wider than the page: it scrolls by itself, by keys too. */
export function ScrolledTable({ children }: ScrolledTableProps) {
  const { t } = useWords('register')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must do so by keys too
    <figure className={styles.scroll} tabIndex={0} aria-label={t('participation.scroll')}>
      <table className={styles.table}>{children}</table>
    </figure>
  )
}
