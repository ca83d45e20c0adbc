import { useQuery } from '@tanstack/react-query'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import type { Finding } from '../../../shared/session/index.ts'
import { useRecord } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'
import { State, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'
import { idOf } from './useComments.ts'

/** What to look at before a record goes out, each a link to its place in the meeting. Warnings, never walls. */
export function ChecksList() {
  const { t } = useWords('review')
  const record = useRecord(whole)
  const meetingId = useRecord(idOf) ?? ''
  // Asked anew each time: somebody may have mended something a minute ago.
  const checks = useQuery({ ...queries.checks(meetingId), enabled: meetingId !== '', gcTime: 0, staleTime: 0 })
  if (checks.error !== null) return <p className={styles.hint}>{t('checks.failed')}</p>
  if (checks.data === undefined || record === null) return <p className={styles.hint}>{t('checks.running')}</p>
  const { findings } = checks.data
  if (findings.length === 0) {
    return (
      <State tone="ok" icon="check" role="status">
        {t('checks.none')}
      </State>
    )
  }
  return (
    <div className={styles.findings}>
      <b>{t('checks.some', { count: findings.length })}</b>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.check} ${finding.id ?? finding.part}`}>
            {t(`check.${finding.check}`)}
            <TextLink href={placeOf(finding, record)}>{nameOf(finding)}</TextLink>
          </li>
        ))}
      </ul>
      <span className="micro">{t('checks.noWalls')}</span>
    </div>
  )

  function nameOf({ part, number }: Finding): string {
    if (part === 'attendance') return t('place.attendance')
    if (part === 'meeting') return t('place.meeting')
    return number === null ? t('place.unnumbered') : t(`place.${part}`, { number })
  }
}

/** The sheet in the live meeting on which it can be mended. */
function placeOf({ part, id }: Finding, record: MeetingRecord): string {
  const page = `/m/${record.meetingId}`
  const item =
    part === 'item'
      ? id
      : part === 'outcome'
        ? record.outcomes.find((one) => one.id === id)?.item
        : part === 'action'
          ? record.actions.find((one) => one.id === id)?.item
          : null
  return item ? `${page}#${item}` : page
}

function whole(record: MeetingRecord): MeetingRecord {
  return record
}
