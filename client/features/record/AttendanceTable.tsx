import { countAttendance, type MeetingRecord } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { formatList, useRegions, useWords } from '../../words/index.ts'
import { AttendingTable } from './AttendingTable.tsx'
import { attendanceFacts } from './attendanceFacts.ts'
import type { AttendancePart } from './outline.ts'
import styles from './RecordPaper.module.css'
import { StatedTable } from './StatedTable.tsx'

export interface AttendanceTableProps {
  /** Null: nothing was recorded. */
  readonly part: AttendancePart | null
  readonly record: MeetingRecord
}

/** Who took part: by delegation as it was kept in the room, and as it was stated where only a statement is known. */
export function AttendanceTable({ part, record }: AttendanceTableProps) {
  const { t, locale } = useWords('record')
  const regions = useRegions()
  const facts = attendanceFacts(part)
  const { attending, attendance } = facts
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{t('attendance')}</h2>
      {attending.length === 0 && attendance.length === 0 ? <p className={styles.note}>{t('attendanceNone')}</p> : null}
      {attending.length > 0 ? (
        <>
          <p className={cx(styles.note, 'num')}>{sum()}</p>
          <AttendingTable attending={attending} record={record} />
        </>
      ) : null}
      {attendance.length > 0 ? (
        <>
          {attending.length > 0 ? <h3 className={styles.stated}>{t('attendanceStated')}</h3> : null}
          <StatedTable lines={part?.lines ?? []} />
        </>
      ) : null}
    </section>
  )

  function sum(): string {
    const count = countAttendance(facts)
    const counted = count.regions
      .filter(({ stateParties }) => stateParties > 0)
      .map(({ region, stateParties }) => t('regionCount', { region: regions.show(region), count: stateParties }))
    const from = counted.length === 0 ? [] : [t('regionsPresent', { regions: formatList(counted, locale) })]
    return [t('attendanceSum', { count: count.present }), ...from].join(' ')
  }
}
