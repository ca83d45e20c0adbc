import type { BringInAnswer } from '../../../shared/protocol/index.ts'
import { Button, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { goToLine } from './goTo.ts'
import styles from './Review.module.css'
import { useReasonWords } from './useReasonWords.ts'

export interface ContradictionsProps {
  readonly preview: BringInAnswer
}

/** Where the text says two things that cannot both be so: before everything else, and settled by nobody but the reader. */
export function Contradictions({ preview }: ContradictionsProps) {
  const { t } = useWords('bringin')
  const reasonOf = useReasonWords()
  const found = preview.finds.filter((find) => find.kind === 'contradiction')
  if (found.length === 0) return null
  return (
    <section className={styles.contradictions} aria-label={t('contradictions')}>
      <h2>
        <Icon name="warning" /> {t('contradictions')}
      </h2>
      <ul>
        {found.map((find) => (
          <li key={find.id}>
            <p>{reasonOf(find)}</p>
            <p className={styles.quote} dir="auto">
              {find.sourceText}
            </p>
            <Button variant="link" onPress={() => goToLine(find.part, find.sourceFrom)}>
              {t('toLine', { part: t(`part.${find.part}`), line: find.sourceFrom })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
