import type { WordChange } from '../../../shared/record/index.ts'
import styles from './Review.module.css'

export interface WordDiffProps {
  readonly words: readonly WordChange[]
}

/** Old and new words in one text: what came in underlined, what went struck through. */
export function WordDiff({ words }: WordDiffProps) {
  let at = 0
  return (
    <span className={styles.diff} dir="auto">
      {words.map(({ what, text }) => {
        const key = `${at} ${what}`
        at += text.length
        if (what === 'same') return <span key={key}>{text}</span>
        return what === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
      })}
    </span>
  )
}
