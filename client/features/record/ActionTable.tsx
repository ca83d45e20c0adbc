import type { ReactNode } from 'react'
import type { Part } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { formatDate, formatList, useWords } from '../../words/index.ts'
import { TextView } from '../text/index.ts'
import { type ActionPart, anchorOf } from './outline.ts'
import { PartAnchor } from './PartAnchor.tsx'
import { PartNumber } from './PartNumber.tsx'
import styles from './RecordPaper.module.css'

export interface ActionTableProps {
  readonly actions: readonly ActionPart[]
  readonly under: ((part: Part) => ReactNode) | undefined
}

/** The actions of a record: what, who, until when, how firm. Nothing when there are none. */
export function ActionTable({ actions, under }: ActionTableProps) {
  const { t } = useWords('record')
  if (actions.length === 0) return null
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t('actions')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page scrolls, and must do so by keys too */}
      <figure className={styles.tableScroll} tabIndex={0} aria-labelledby="actions">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('actionNumber')}</th>
              <th scope="col">{t('actionTask')}</th>
              <th scope="col">{t('actionLead')}</th>
              <th scope="col">{t('actionDue')}</th>
              <th scope="col">{t('actionStatus')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <ActionRow key={action.key} action={action} under={under} />
            ))}
          </tbody>
        </table>
      </figure>
    </section>
  )
}

interface ActionRowProps {
  readonly action: ActionPart
  readonly under: ActionTableProps['under']
}

function ActionRow({ action, under }: ActionRowProps) {
  const { t, locale } = useWords('record')
  const due = action.due === null ? null : 'event' in action.due ? action.due.event : formatDate(action.due.date, locale)
  return (
    <tr id={action.number === null ? undefined : anchorOf(action.number)} className={styles.row}>
      <td>
        <PartAnchor part={action} />
        {action.number === null ? null : (
          <PartNumber part={action} className={styles.rowNumber}>
            {action.number}
          </PartNumber>
        )}
      </td>
      <td dir="auto">
        <TextView text={action.task} kind="line" />
        <span className={styles.sub}>{t(`basis.${action.basis}`)}</span>
        {under?.(action)}
      </td>
      <td dir="auto">
        {action.lead?.name ?? <span className="muted">{t('leadUnknown')}</span>}
        {action.partners.length > 0 ? (
          <span className={styles.sub}>
            {t('partners', {
              names: formatList(
                action.partners.map((one) => one.name),
                locale,
              ),
            })}
          </span>
        ) : null}
      </td>
      <td dir="auto" className={cx(due === null && 'muted')}>
        {due ?? t('dueUnknown')}
      </td>
      <td>{t(`status.${action.status}`)}</td>
    </tr>
  )
}
