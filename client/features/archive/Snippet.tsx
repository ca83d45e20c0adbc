import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import styles from './Records.module.css'

export interface SnippetProps {
  readonly runs: SearchAnswer['hits'][number]['passages'][number]['snippet']
}

/** A passage with the words that were asked for marked in it. */
export function Snippet({ runs }: SnippetProps) {
  let from = 0
  return runs.map(({ text, hit }) => {
    const key = from
    from += text.length
    return hit ? (
      <mark key={key} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
