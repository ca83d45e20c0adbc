import { Icon } from '../../ui/index.ts'
import styles from './Review.module.css'

export interface ProblemProps {
  readonly text: string | null
}

/** Why a dialog could not be sent, beside its buttons; said at once. */
export function Problem({ text }: ProblemProps) {
  return (
    <div role="alert" className={styles.problem}>
      {text === null ? null : (
        <>
          <Icon name="warning" />
          <span>{text}</span>
        </>
      )}
    </div>
  )
}
