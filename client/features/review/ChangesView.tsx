import type { PartChange } from '../../../shared/record/index.ts'
import type { PartWriter } from '../../sync/index.ts'
import { EmptyState } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AuthorPlate } from './AuthorPlate.tsx'
import styles from './ChangesView.module.css'
import { changedSections } from './changedSections.ts'
import { countChanges } from './countChanges.ts'
import { RestoreButton } from './RestoreButton.tsx'
import { useFieldWords } from './useFieldWords.ts'
import { WordDiff } from './WordDiff.tsx'

/** A change with whoever wrote in it, where that is known and may be told. */
export type ShownChange = PartChange & { readonly writers?: readonly PartWriter[] }

export interface ChangesViewProps {
  /** The names of the two versions. */
  readonly from: string
  readonly to: string
  readonly changes: readonly ShownChange[]
}

/** What differs between two versions, in reading order: words as words, the rest in words. */
export function ChangesView({ from, to, changes }: ChangesViewProps) {
  const { t } = useWords('review')
  const sections = changedSections(changes)
  return (
    <article className={styles.paper}>
      <div className={styles.symbol}>
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <p className={styles.legend}>
        <ins>{t('added')}</ins>
        <del>{t('removed')}</del>
        <span className="muted">{t('changesCount', { count: countChanges(changes) })}</span>
      </p>
      {sections.length === 0 ? <EmptyState title={t('changesNone')} text={t('changesNoneText')} /> : null}
      {sections.map((section) => (
        <section key={section.key}>
          {section.title === null ? null : <h3 dir="auto">{section.title}</h3>}
          {section.changes.map((change) => (
            <Change key={change.key} change={change} />
          ))}
        </section>
      ))}
    </article>
  )
}

interface ChangeProps {
  readonly change: ShownChange
}

function Change({ change }: ChangeProps) {
  const { t } = useWords('review')
  const fieldWords = useFieldWords()
  const { before, after, words, fields, kind, what, writers = [] } = change
  const number = (after ?? before)?.number ?? null
  const isBare = words.length === 0
  return (
    <div className={styles.change}>
      {number === null ? null : <span className={styles.number}>{kind === 'item' ? number : `${number}.`}</span>}
      <div>
        {kind === 'item' && !isBare ? <span className="micro">{t('part.item', { number: number ?? '' })}</span> : null}
        {isBare ? (
          <p>
            {t(`bare.${kind === 'speakers' || kind === 'attendance' ? kind : 'other'}.${what === 'same' ? 'changed' : what}`)}
          </p>
        ) : null}
        {isBare ? null : <WordDiff words={words} />}
        {fields.length > 0 && !isBare ? (
          <ul className={styles.fields}>
            {fields.map((field) => (
              <li key={field}>{fieldWords(field, before, after)}</li>
            ))}
          </ul>
        ) : null}
        <RestoreButton change={change} />
      </div>
      {writers.length > 0 ? (
        <span className={styles.writers}>
          {writers.map((writer) => (
            <AuthorPlate key={`${writer.delegation} ${writer.code} ${writer.name} ${writer.type}`} author={writer} />
          ))}
        </span>
      ) : null}
    </div>
  )
}
