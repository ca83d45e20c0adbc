import { memo, type ReactNode, useMemo } from 'react'
import type { ItemView, OutcomeView } from '../../../shared/record/index.ts'
import { useMay, useRecord } from '../../store/index.ts'
import { Button, Icon, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { OutcomeParagraph } from './OutcomeParagraph.tsx'
import styles from './Outcomes.module.css'

export interface OutcomesProps {
  readonly item: ItemView
  readonly onAdd: () => void
  /** Who drafts an outcome, in words. */
  readonly writersOf: (path: string) => ReactNode
}

/** The outcomes of an item, in order. */
export const Outcomes = memo(function Outcomes({ item, onAdd, writersOf }: OutcomesProps) {
  const { t } = useWords('live')
  const mayWrite = useMay('record.editText')
  const all = useRecord(pickOutcomes)
  const outcomes = useMemo(() => (all ?? []).filter((outcome) => outcome.item === item.id && !outcome.removed), [all, item.id])
  return (
    <section className={styles.section} aria-label={t('outcomes')}>
      <div className={styles.head}>
        <h3>
          {t('outcomes')}
          {outcomes.length > 0 ? <span className={styles.count}>{outcomes.length}</span> : null}
        </h3>
        {mayWrite ? (
          <Button variant="ghost" onPress={onAdd}>
            <Icon name="plus" />
            <span>{t('addOutcome')}</span>
            <span className="hideOnPhone">
              <Kbd>O</Kbd>
            </span>
          </Button>
        ) : null}
      </div>
      {outcomes.length === 0 ? <p className="micro">{t('noOutcomes')}</p> : null}
      <ol>
        {outcomes.map((outcome, place) => (
          <OutcomeParagraph
            key={outcome.id}
            outcome={outcome}
            before={outcomes[place - 1]?.id ?? null}
            beforeThat={outcomes[place - 2]?.id ?? null}
            next={outcomes[place + 1]?.id ?? null}
            mayWrite={mayWrite}
            writersOf={writersOf}
          />
        ))}
      </ol>
    </section>
  )
})

const pickOutcomes = (record: { readonly outcomes: readonly OutcomeView[] }) => record.outcomes
