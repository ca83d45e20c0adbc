import type { MeetingRecord } from '../../../shared/record/index.ts'
import { forecast, type SessionState } from '../../../shared/session/index.ts'
import { useRecord, useServerNow, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'

/** The whole meeting in minutes: what is planned, and from the opening on what was used. */
export function MeetingSum() {
  const { t } = useWords('floor')
  const session = useSession(whole)
  const items = useRecord(pickItems)
  const now = useServerNow()
  if (session === null || items === null) return null
  const { plannedMs, usedMs } = forecast(session, items, now)
  const planned = Math.round(plannedMs / 60_000)
  const used = Math.floor(usedMs / 60_000)
  if (session.phase !== 'planned' && used > 0) {
    return <p className="micro num">{t('usedMinutes', { count: used, planned })}</p>
  }
  return planned === 0 ? null : <p className="micro num">{t('planSum', { count: planned })}</p>
}

const whole = (session: SessionState) => session
const pickItems = (record: MeetingRecord) => record.items
