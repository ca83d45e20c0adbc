import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { useWords } from '../../words/index.ts'
import { AttendingTable } from './AttendingTable.tsx'
import styles from './RecordPaper.module.css'
import { StatedTable } from './StatedTable.tsx'

export interface AttendanceTableProps {
  readonly record: MeetingRecord
  readonly delegations: readonly DelegationAnswer[]
}

/** Who took part: by delegation as it was kept in the room, and as it was stated where only a statement is known. */
export function AttendanceTable({ record, delegations }: AttendanceTableProps) {
  const { t } = useWords('record')
  const { attending, attendance } = record.session
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{t('attendance')}</h2>
      {attending.length === 0 && attendance.length === 0 ? <p className={styles.note}>{t('attendanceNone')}</p> : null}
      {attending.length > 0 ? <AttendingTable record={record} /> : null}
      {attendance.length > 0 ? (
        <>
          {attending.length > 0 ? <h3 className={styles.stated}>{t('attendanceStated')}</h3> : null}
          <StatedTable lines={attendance} delegations={delegations} />
        </>
      ) : null}
    </section>
  )
}
