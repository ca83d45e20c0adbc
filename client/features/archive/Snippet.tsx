import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import styles from './Records.module.css'

export interface SnippetProps {
  readonly runs: SearchAnswer['hits'][number]['passages'][number]['snippet']
}

/** A passage with the words that were asked for marked in it. */
export function Snippet({ runs }: SnippetProps) {
  let from = 0
  return joined(runs).map(({ text, hit }) => {
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

type Runs = SnippetProps['runs']

/** Two marked words with only a blank between them are one mark. */
function joined(runs: Runs): Runs {
  const out: { text: string; hit: boolean }[] = []
  for (const [place, run] of runs.entries()) {
    const last = out.at(-1)
    const isBetween = !run.hit && run.text.trim() === '' && last?.hit === true && runs[place + 1]?.hit === true
    if (last !== undefined && (isBetween || (run.hit && last.hit))) last.text += run.text
    else out.push({ ...run })
  }
  return out
}
