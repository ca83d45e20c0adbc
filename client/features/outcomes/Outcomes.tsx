import { memo, type ReactNode, useMemo } from 'react'
import type { OutcomeId } from '../../../shared/base/index.ts'
import type { ItemView, OutcomeView } from '../../../shared/record/index.ts'
import { useMay, useRecord, useSession, useShownOutcome } from '../../store/index.ts'
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
  const reading = useSession((session) => session.reading)
  const shownId = useShownId(item)
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
            reading={reading?.outcome === outcome.id ? reading : null}
            isShown={shownId === outcome.id}
            writersOf={writersOf}
          />
        ))}
      </ol>
    </section>
  )
})

/** What the projector shows, as long as the room sits and this item is the one it is on, or somebody chose it. */
function useShownId(item: ItemView): OutcomeId | null {
  const shown = useShownOutcome()
  const sits = useSession(({ phase }) => phase === 'inSession' || phase === 'suspended') ?? false
  const isCurrent = useSession((session) => session.current === item.id) ?? false
  if (shown === null || !sits) return null
  return isCurrent || shown.why === 'shown' || shown.why === 'reading' ? shown.outcome.id : null
}

const pickOutcomes = (record: { readonly outcomes: readonly OutcomeView[] }) => record.outcomes
