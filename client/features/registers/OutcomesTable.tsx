import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { cx, State, TextLink, VisuallyHidden } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import { LaterFacts } from './LaterFacts.tsx'
import { OutcomeControl } from './OutcomeControl.tsx'
import { OutcomeWords } from './OutcomeWords.tsx'
import styles from './Register.module.css'

export interface OutcomesTableProps {
  readonly rows: readonly OutcomeRowAnswer[]
}

/** The register of outcomes as a table: each with its words, how firm it is, since when, and what came of it. */
export function OutcomesTable({ rows }: OutcomesTableProps) {
  const { t } = useWords('register')
  return (
    <table className={cx(styles.register, styles.outcomes)}>
      <caption>
        <VisuallyHidden>{t('outcomes.title')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.numberColumn}>
            {t('column.number')}
          </th>
          <th scope="col">{t('column.outcome')}</th>
          <th scope="col" className={styles.standingColumn}>
            {t('column.standing')}
          </th>
          <th scope="col" className={styles.fromColumn}>
            {t('column.from')}
          </th>
          <th scope="col" className={styles.statusColumn}>
            {t('column.status')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OutcomeLine key={row.outcome} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function OutcomeLine({ row }: { readonly row: OutcomeRowAnswer }) {
  const { t, locale } = useWords('register')
  const day = formatShortDate(row.meetingDate, locale) ?? row.meetingTitle
  const since = row.since === null ? null : formatShortDate(row.since, locale, 'UTC')
  const isAgreed = row.standing === 'agreed'
  return (
    <tr className={cx(row.state !== 'current' && styles.over)}>
      <td className="muted num">{row.number}</td>
      <td className={styles.what}>
        <TextLink href={`/g/${row.groupId}/threads/outcome/${row.outcome}`} isQuiet>
          <OutcomeWords row={row} />
        </TextLink>
        {row.qualifiers.map((words) => (
          <p key={words} className={styles.later} dir="auto">
            {words}
          </p>
        ))}
        <LaterFacts row={row} />
      </td>
      <td>
        <State tone={isAgreed ? 'ok' : 'plain'} icon={isAgreed ? 'check' : undefined}>
          {t(`standing.${row.standing ?? 'none'}`)}
        </State>
        {since === null ? null : <span className={styles.since}>{t('sinceDay', { day: since })}</span>}
      </td>
      <td>
        <TextLink href={row.address} isQuiet>
          <span dir="auto">{row.paragraph === null ? day : t('fromParagraph', { day, number: row.paragraph })}</span>
        </TextLink>
      </td>
      <td>
        <OutcomeControl row={row} />
      </td>
    </tr>
  )
}
