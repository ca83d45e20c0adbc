import { compareWords } from '../../../shared/record/index.ts'
import { TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'
import { WordDiff } from './WordDiff.tsx'

export interface NewWordsProps {
  readonly label: string
  /** The words as they stand. */
  readonly before: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean | undefined
}

/** A paragraph's words to change, and below what that changes in them. */
export function NewWords({ label, before, value, onChange, autoFocus }: NewWordsProps) {
  const { t } = useWords('review')
  const isSame = value.trim() === before.trim()
  return (
    <div className={styles.newWords}>
      <TextField label={label} value={value} onChange={onChange} rows={5} maxLength={20_000} autoFocus={autoFocus} />
      <div className={styles.preview} role="status">
        <span className="micro">{t('asChange')}</span>
        {isSame ? <p className="muted small">{t('noChangeYet')}</p> : <WordDiff words={compareWords(before, value)} />}
      </div>
    </div>
  )
}
