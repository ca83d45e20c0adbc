import type { ParticipationAnswer } from '../../../shared/protocol/index.ts'
import { Icon, Plate, TextLink, VisuallyHidden } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './Participation.module.css'
import { ScrolledTable } from './ScrolledTable.tsx'

export interface DelegationTableProps {
  readonly data: ParticipationAnswer
  readonly regionOf: (region: string | null) => string
}

type Line = ParticipationAnswer['delegations'][number]

/** Each delegation with the meetings in which it was present, and how often and how long it spoke. */
export function DelegationTable({ data, regionOf }: DelegationTableProps) {
  const { t, locale } = useWords('register')
  const common = useWords()
  const meetings = data.meetings.filter((one) => one.told === 'delegations')
  return (
    <ScrolledTable>
      <thead>
        <tr>
          <th scope="col">{t('participation.delegation')}</th>
          <th scope="col">{t('participation.type')}</th>
          <th scope="col">{t('participation.region')}</th>
          {meetings.map((meeting) => (
            <th key={meeting.meetingId} scope="col" className={styles.mark}>
              <TextLink href={meeting.address} isQuiet>
                <span dir="auto">{formatShortDate(meeting.date, locale) ?? meeting.title}</span>
              </TextLink>
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {t('participation.meetings')}
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
        {data.delegations.map((line) => (
          <tr key={line.delegation ?? line.name}>
            <th scope="row">
              <span className={styles.name}>
                {line.code === null ? null : <Plate code={line.code} name={line.name} />}
                <bdi aria-hidden={line.code !== null}>{line.name}</bdi>
              </span>
            </th>
            <td>{common.t(`type.${line.type}`)}</td>
            <td>{line.type === 'state' ? regionOf(line.region) : null}</td>
            {meetings.map((meeting) => (
              <td key={meeting.meetingId} className={styles.mark}>
                <Presence line={line} meetingId={meeting.meetingId} />
              </td>
            ))}
            <td className={styles.figure}>{t('participation.of', { count: line.present.length, all: meetings.length })}</td>
            <td className={styles.figure}>{line.interventions}</td>
            <td className={styles.figure}>{minutesOf(line.speakingMs)}</td>
          </tr>
        ))}
      </tbody>
    </ScrolledTable>
  )
}

function Presence({ line, meetingId }: { readonly line: Line; readonly meetingId: string }) {
  const { t } = useWords('register')
  if (line.present.includes(meetingId)) {
    return (
      <>
        <Icon name="check" className={styles.here} />
        <VisuallyHidden>{t('participation.present')}</VisuallyHidden>
      </>
    )
  }
  if (line.apologies.includes(meetingId)) return <span className="micro">{t('participation.apology')}</span>
  return (
    <>
      <span aria-hidden="true" className="muted">
        –
      </span>
      <VisuallyHidden>{t('participation.absent')}</VisuallyHidden>
    </>
  )
}

/** Null where nothing of the floor was kept: then nothing is said. */
function minutesOf(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 60_000)
}
