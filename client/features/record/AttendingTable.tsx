import { Fragment } from 'react'
import type { Millis } from '../../../shared/base/index.ts'
import type { AttendanceEntry, MeetingRecord, Movement } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { formatList, useRegions, useWords } from '../../words/index.ts'
import { attendingGroups } from './attendingGroups.ts'
import styles from './RecordPaper.module.css'
import { useHours } from './useHours.ts'

export interface AttendingTableProps {
  readonly attending: readonly AttendanceEntry[]
  /** For the hours of the place and the numbers of the items. */
  readonly record: MeetingRecord
}

/** Who took part, delegation by delegation: present, with apologies or without notice, and under which item they came and went. */
export function AttendingTable({ attending, record }: AttendingTableProps) {
  const { t, locale } = useWords('record')
  const common = useWords()
  const hourOf = useHours(record)
  const numbers = new Map(record.items.map((item) => [item.id, item.number]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page scrolls, and must do so by keys too
    <figure className={styles.tableScroll} tabIndex={0} aria-label={t('attendanceOf')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('attendanceParty')}</th>
            <th scope="col">{t('attendanceMovements')}</th>
            <th scope="col" className={styles.end}>
              {t('attendanceState')}
            </th>
          </tr>
        </thead>
        <tbody>
          {attendingGroups(attending, locale).map((group) => (
            <Fragment key={group.capacity}>
              <tr className={styles.capacity}>
                <th scope="colgroup" colSpan={2}>
                  {common.t(`capacity.${group.capacity}`)}
                </th>
                <td className={cx(styles.end, 'num')}>
                  {group.present === group.entries.length
                    ? group.present
                    : t('presentOf', { present: group.present, listed: group.entries.length })}
                </td>
              </tr>
              {group.entries.map((entry) => (
                <AttendingRow key={`${entry.code ?? ''} ${entry.name}`} entry={entry} hourOf={hourOf} numbers={numbers} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

interface AttendingRowProps {
  readonly entry: AttendanceEntry
  readonly hourOf: (at: Millis) => string
  /** Each item's number; null for those that were removed. */
  readonly numbers: ReadonlyMap<string, string | null>
}

function AttendingRow({ entry, hourOf, numbers }: AttendingRowProps) {
  const { t, locale } = useWords('record')
  const common = useWords()
  const regions = useRegions()
  const facts = [
    ...(entry.membership === 'member' ? [] : [common.t(`membership.${entry.membership}`)]),
    ...(entry.region === null ? [] : [regions.show(entry.region)]),
  ]
  const delegates = entry.delegates.map((one) => (one.function === null ? one.name : `${one.name}, ${one.function}`))
  return (
    <tr>
      <td dir="auto">
        {entry.name}
        {facts.length > 0 ? <span className={styles.sub}>{formatList(facts, locale)}</span> : null}
        {delegates.length > 0 ? <span className={styles.sub}>{[...new Set(delegates)].join('; ')}</span> : null}
      </td>
      <td className="num">{entry.movements.map(words).join('; ')}</td>
      <td className={styles.end}>{t(`attendance.${entry.state}`)}</td>
    </tr>
  )

  function words({ kind, item, at }: Movement): string {
    const number = item === null ? null : (numbers.get(item) ?? null)
    const time = hourOf(at)
    return number === null ? t(`movement.${kind}Between`, { time }) : t(`movement.${kind}`, { number, time })
  }
}
