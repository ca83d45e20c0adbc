import { useQuery } from '@tanstack/react-query'
import { paperOf } from '../../../shared/record/index.ts'
import type { ReportedMeeting, ReportView } from '../../../shared/report/index.ts'
import { AttendingTable, attendanceFacts, StatedTable } from '../../features/record/index.ts'
import { queries } from '../../sync/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ReportRoom.module.css'

export interface AnnexProps {
  readonly report: ReportView
}

/** Who took part in the meetings of the report, as the annex of the printed report has it. */
export function Annex({ report }: AnnexProps) {
  return report.meetings.map((meeting) => (
    <MeetingAnnex
      key={meeting.meetingId}
      meeting={meeting}
      isOnly={report.meetings.length === 1}
      groupId={report.groupId}
      withClosed={report.withClosed}
    />
  ))
}

interface MeetingAnnexProps {
  readonly meeting: ReportedMeeting
  readonly isOnly: boolean
  readonly groupId: string
  readonly withClosed: boolean
}

function MeetingAnnex({ meeting, isOnly, groupId, withClosed }: MeetingAnnexProps) {
  const { t } = useWords('report')
  const delegations = useQuery(queries.delegations(groupId))
  const record = useQuery(queries.record(meeting.meetingId)).data
  // Offline without the record, or closed to those who will read the report: no annex is drawn.
  if (record === undefined || delegations.data === undefined || (record.session.closed && !withClosed)) return null
  const { parts } = paperOf(record, '', (party) => {
    if ('words' in party) return { code: null, name: party.words }
    const known = delegations.data?.find(({ delegationId }) => delegationId === party.delegation)
    return { code: known?.code ?? null, name: known?.name ?? '' }
  })
  const part = parts.find((one) => one.kind === 'attendance') ?? null
  const facts = attendanceFacts(part)
  if (facts.attending.length === 0 && facts.attendance.length === 0) return null
  const id = `annex-${meeting.meetingId}`
  return (
    <section className={styles.annex} aria-labelledby={id}>
      <h2 id={id}>{isOnly ? t('annex') : t('annexOf', { meeting: meeting.title })}</h2>
      {facts.attending.length > 0 ? <AttendingTable attending={facts.attending} record={record} /> : null}
      {facts.attendance.length > 0 ? <StatedTable lines={part?.lines ?? []} /> : null}
    </section>
  )
}
