import styles from './Mark.module.css'

/** The product's sign: a table seen from above, open to whoever comes. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path strokeWidth="2.4" d="M4.5 3.8v9.7a7.5 7.5 0 0 0 15 0V3.8" />
      <path strokeWidth="1.6" d="M9.7 3.8V13a2.3 2.3 0 0 0 4.6 0V3.8" />
    </svg>
  )
}
