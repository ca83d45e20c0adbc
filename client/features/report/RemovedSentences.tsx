import { useState } from 'react'
import type { SentenceView } from '../../../shared/report/index.ts'
import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ReportPaper.module.css'
import type { SentenceActions } from './useSentenceActions.ts'
import { wordsOfPart } from './wordsOfPart.ts'

export interface RemovedSentencesProps {
  readonly sentences: readonly SentenceView[]
  readonly actions: SentenceActions
}

/** What was taken out of the report, each with the way back. */
export function RemovedSentences({ sentences, actions }: RemovedSentencesProps) {
  const { t } = useWords('report')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={styles.removed}>
      <button type="button" className={styles.removedToggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('removedCount', { count: sentences.length })}
      </button>
      {isOpen ? (
        <ul>
          {sentences.map(({ id, text, part }) => (
            <li key={id}>
              <p dir="auto">
                {text} <span className="micro">{t(wordsOfPart(part))}</span>
              </p>
              <Button onPress={() => actions.restore(id)}>{t('restore')}</Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
