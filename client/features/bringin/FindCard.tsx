import type { BringInFind, FindOf } from '../../../shared/protocol/index.ts'
import { cx, Icon } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import type { FindValue } from './decisions.ts'
import styles from './FindCard.module.css'
import { FindWords } from './FindWords.tsx'
import { findElementId } from './goTo.ts'
import { useReasonWords } from './useReasonWords.ts'

export interface FindCardProps {
  readonly find: BringInFind
  readonly value: FindValue
  readonly state: 'taken' | 'refused' | null
  readonly isChanged: boolean
  readonly isSelected: boolean
  readonly itemTitle: string | null
  readonly onSelect: (id: string) => void
  readonly onTake: (id: string) => void
  readonly onRefuse: (id: string) => void
  readonly onChange: (find: BringInFind) => void
  readonly onPick: (find: FindOf<'date'>, date: string) => void
}

/** One find: what it is, what it says, how sure, why; and what somebody decided about it. */
export function FindCard({
  find,
  value,
  state,
  isChanged,
  isSelected,
  itemTitle,
  onSelect,
  onTake,
  onRefuse,
  onChange,
  onPick,
}: FindCardProps) {
  const { t, locale } = useWords('bringin')
  const reasonOf = useReasonWords()
  const isCandidate = find.certainty === 'candidate'
  const kind = t(`kind.${find.kind}`)
  // A date that can be read in several ways says nothing until somebody chooses.
  const isUnclear = find.kind === 'date' && 'date' in value && value.date === null
  return (
    <article
      id={findElementId(find.id)}
      tabIndex={-1}
      aria-label={t('findLabel', { kind, line: find.sourceFrom })}
      className={cx(styles.card, isCandidate && styles.candidate, state !== null && styles[state], isSelected && styles.selected)}
      onFocus={() => onSelect(find.id)}
    >
      <div className={styles.head}>
        <p className={styles.kind}>
          <b>{kind}</b>
          {isCandidate ? <span className={styles.sure}>{t('candidate')}</span> : null}
          {isChanged ? <span className={styles.sure}>{t('changed')}</span> : null}
          {state === null ? null : (
            <span className={styles.state}>
              <Icon name={state === 'taken' ? 'check' : 'close'} /> {t(`state.${state}`)}
            </span>
          )}
        </p>
        {/* Plain elements: a long record has hundreds of these. */}
        <div className={styles.buttons}>
          <button type="button" aria-pressed={state === 'taken'} disabled={isUnclear} onClick={() => onTake(find.id)}>
            {t('take')}
          </button>
          <button type="button" onClick={() => onChange(find)}>
            {t('change')}
          </button>
          <button type="button" aria-pressed={state === 'refused'} onClick={() => onRefuse(find.id)}>
            {t('refuse')}
          </button>
        </div>
      </div>
      <FindWords kind={find.kind} value={value} itemTitle={itemTitle} />
      <p className="micro">{reasonOf(find)}</p>
      {find.kind === 'date' && isUnclear && find.choices.length > 0 ? (
        <div className={styles.choices}>
          {find.choices.map((date) => (
            <button key={date} type="button" onClick={() => onPick(find, date)}>
              {formatDate(date, locale) ?? date}
            </button>
          ))}
        </div>
      ) : null}
    </article>
  )
}
