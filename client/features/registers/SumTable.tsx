import type { ParticipationAnswer } from '../../../shared/protocol/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './Participation.module.css'
import { ScrolledTable } from './ScrolledTable.tsx'

export interface SumTableProps {
  readonly heading: string
  readonly lines: readonly (Omit<ParticipationAnswer['byType'][number], 'type'> & {
    readonly key: string
    readonly name: string
  })[]
  readonly meetings: ParticipationAnswer['meetings']
}

/** Delegations summed by type or region: how many were present in each meeting, how often and how long they spoke. */
export function SumTable({ heading, lines, meetings }: SumTableProps) {
  const { t, locale } = useWords('register')
  const told = meetings.filter((meeting) =>
    lines.some((line) => line.meetings.some((one) => one.meetingId === meeting.meetingId)),
  )
  return (
    <ScrolledTable>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {told.map((meeting) => (
            <th key={meeting.meetingId} scope="col" className={styles.figure}>
              <span dir="auto">{formatShortDate(meeting.date, locale) ?? meeting.title}</span>
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {t('participation.presences')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('participation.interventions')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('participation.minutes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            {told.map((meeting) => (
              <td key={meeting.meetingId} className={styles.figure}>
                {line.meetings.find((one) => one.meetingId === meeting.meetingId)?.present ?? 0}
              </td>
            ))}
            <td className={styles.figure}>{line.presences}</td>
            <td className={styles.figure}>{line.interventions}</td>
            <td className={styles.figure}>{line.speakingMs === null ? null : Math.round(line.speakingMs / 60_000)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  )
}
