import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import styles from './Register.module.css'

export interface OutcomeWordsProps {
  readonly row: Pick<OutcomeRowAnswer, 'kind' | 'text'> & Partial<Pick<OutcomeRowAnswer, 'actor'>>
}

/** An outcome as it reads: who, the operative word, the words. */
export function OutcomeWords({ row }: OutcomeWordsProps) {
  return (
    <span className={styles.words} dir="auto">
      {row.actor ? <bdi>{row.actor.name} </bdi> : null}
      {row.kind === '' ? null : <i className={styles.verb}>{row.kind} </i>}
      {row.text}
    </span>
  )
}
