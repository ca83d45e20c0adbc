import type { ActionsAnswer } from '../../../shared/protocol/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionRow } from './ActionRow.tsx'
import styles from './Register.module.css'

export interface ActionsTableProps {
  readonly rows: ActionsAnswer['items']
  readonly totals: ActionsAnswer['totals']
}

const groups = ['overdue', 'beforeNext', 'later', 'byEvent', 'none', 'doneLately', 'closed'] as const

/** The register of actions as a table, the overdue first, each part of it under its heading with its number. */
export function ActionsTable({ rows, totals }: ActionsTableProps) {
  const { t } = useWords('register')
  return (
    <table className={styles.register}>
      <caption>
        <VisuallyHidden>{t('actions.title')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.tickColumn}>
            <VisuallyHidden>{t('status.done')}</VisuallyHidden>
          </th>
          <th scope="col" className={styles.numberColumn}>
            {t('column.number')}
          </th>
          <th scope="col">{t('column.action')}</th>
          <th scope="col" className={styles.partyColumn}>
            {t('column.parties')}
          </th>
          <th scope="col" className={styles.fromColumn}>
            {t('column.from')}
          </th>
          <th scope="col" className={styles.dueColumn}>
            {t('column.due')}
          </th>
          <th scope="col" className={styles.statusColumn}>
            {t('column.status')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const own = rows.filter((row) => row.group === group)
        if (own.length === 0) return null
        return (
          <tbody key={group}>
            <tr>
              <th colSpan={7} scope="rowgroup">
                {t(`group.${group}`)} <span className={styles.count}>{totals.groups[group] ?? own.length}</span>
              </th>
            </tr>
            {own.map((row) => (
              <ActionRow key={row.action} row={row} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
