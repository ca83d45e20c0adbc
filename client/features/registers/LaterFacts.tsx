import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './Register.module.css'
import { useOutcomeName } from './useOutcomeName.ts'

export interface LaterFactsProps {
  readonly row: OutcomeRowAnswer
}

/** What came of an outcome since: later facts, which stand beside its words and never in them. */
export function LaterFacts({ row }: LaterFactsProps) {
  const { t, locale } = useWords('register')
  const nameOf = useOutcomeName()
  const dayOf = (at: string) => formatShortDate(at, locale, 'UTC') ?? at
  const { superseded, implemented } = row.later
  return (
    <>
      {superseded === null ? null : (
        <p className={styles.later}>
          {superseded.by === null ? (
            t('supersededHidden', { day: dayOf(superseded.at) })
          ) : (
            <TextLink href={`/g/${row.groupId}/threads/outcome/${superseded.by.outcome}`}>
              {t('supersededBy', { day: dayOf(superseded.at), what: nameOf(superseded.by) })}
            </TextLink>
          )}
          {superseded.note === null ? null : <bdi>{`. ${superseded.note}`}</bdi>}
        </p>
      )}
      {implemented === null ? null : (
        <p className={styles.later}>
          {t('implementedOn', { day: dayOf(implemented.at) })}
          {implemented.note === null ? null : <bdi>{`. ${implemented.note}`}</bdi>}
        </p>
      )}
      {row.supersedes.map((earlier) => (
        <p key={earlier.outcome} className={styles.later}>
          <TextLink href={`/g/${row.groupId}/threads/outcome/${earlier.outcome}`}>
            {t('supersedesWhat', { what: nameOf(earlier) })}
          </TextLink>
        </p>
      ))}
    </>
  )
}
