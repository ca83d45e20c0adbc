import type { MeetingRecord } from '../../../shared/record/index.ts'
import { forecast, type SessionState } from '../../../shared/session/index.ts'
import { useByServerNow, useRecord, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { lateness } from './lateness.ts'
import { placeHour } from './placeHour.ts'

/** When the meeting will end as things stand, by the clock of its place, and how that is to its plan. */
export function Forecast() {
  const { t, locale } = useWords('floor')
  const session = useSession(whole)
  const items = useRecord(pickItems)
  // The sentence is made each second and drawn when it changes: once a minute.
  const sentence = useByServerNow((now) => {
    if (session === null || items === null) return null
    const { plannedMs, endsAt, lateMs } = forecast(session, items, now)
    if (plannedMs === 0) return t('noPlan')
    const { time, place, zone } = placeHour(endsAt, session.head, locale)
    const end =
      place === null ? (zone === null ? t('ends', { time }) : t('endsZone', { time, zone })) : t('endsPlace', { time, place })
    if (lateMs === null) return `${end} ${t('noPlannedEnd')}`
    const { kind, minutes } = lateness(lateMs)
    return `${end} ${kind === 'onPlan' ? t('onPlan') : t(kind, { count: minutes })}`
  })
  return sentence === null ? null : <p className="micro num">{sentence}</p>
}

const whole = (session: SessionState) => session
const pickItems = (record: MeetingRecord) => record.items
