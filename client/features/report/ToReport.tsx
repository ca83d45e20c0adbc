import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { Icon, LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ToReport.module.css'

export interface ToReportProps {
  readonly meeting: MeetingAnswer
}

/** From a record to a report made of it, for those who may make one. */
export function ToReport({ meeting }: ToReportProps) {
  const { t } = useWords('report')
  if (!meeting.rights.includes('report.make')) return null
  const formal = meeting.head.formalMeeting ?? ''
  return (
    <section className={styles.side}>
      <LinkButton href={`/g/${meeting.groupId}/reports?meeting=${meeting.meetingId}`}>
        <Icon name="document" />
        {formal === '' ? t('toReport') : t('toReportOf', { meeting: formal })}
      </LinkButton>
    </section>
  )
}
