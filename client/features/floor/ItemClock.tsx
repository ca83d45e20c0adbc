import type { Millis } from '../../../shared/base/index.ts'
import type { ItemView, MeetingRecord } from '../../../shared/record/index.ts'
import { forecast, itemTime, type SessionState } from '../../../shared/session/index.ts'
import { useRecord, useServerNow, useSession } from '../../store/index.ts'
import { cx, Meter } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { clockText, minutesOver } from './clockText.ts'
import styles from './Timer.module.css'

export interface ItemClockProps {
  readonly item: ItemView
}

/** Time used by the current item, second by second, by the server's clock. Only this part is drawn each second. */
export function ItemClock({ item }: ItemClockProps) {
  const { t } = useWords('floor')
  const session = useSession(whole)
  const now = useServerNow()
  if (session === null) return null
  const { usedMs, plannedMs, isRunning } = itemTime(session, item, now)
  const over = minutesOver(usedMs, plannedMs)
  return (
    <>
      <div className={styles.reading}>
        <span role="timer" className={cx(styles.clock, over !== null && styles.isOver, 'num')}>
          {clockText(usedMs)}
        </span>
        {plannedMs === null ? null : <span className="micro num">{t('ofTime', { time: clockText(plannedMs) })}</span>}
        {over === null ? null : <OverWords minutes={over} />}
        {isRunning ? null : <span className="micro">{t('paused')}</span>}
      </div>
      {plannedMs === null ? (
        <NoMinutes session={session} now={now} />
      ) : (
        <Meter
          className={styles.meter}
          share={plannedMs === 0 ? 1 : usedMs / plannedMs}
          isOver={over !== null}
          label={t('usedMinutes', { count: Math.floor(usedMs / 60_000), planned: Math.round(plannedMs / 60_000) })}
        />
      )}
    </>
  )
}

interface NoMinutesProps {
  readonly session: SessionState
  readonly now: Millis
}

/** An item without a plan says so, unless nothing is planned at all: the forecast says that for all of them. */
function NoMinutes({ session, now }: NoMinutesProps) {
  const { t } = useWords('floor')
  const items = useRecord(pickItems)
  if (items === null || forecast(session, items, now).plannedMs === 0) return null
  return <p className="micro">{t('noMinutes')}</p>
}

/** Where the item's clock stands while the sitting is suspended. */
export function UsedSoFar({ item }: ItemClockProps) {
  const { t } = useWords('floor')
  const session = useSession(whole)
  const now = useServerNow()
  if (session === null) return null
  const { usedMs, plannedMs } = itemTime(session, item, now)
  const number = item.number ?? ''
  const used = clockText(usedMs)
  return (
    <p className="micro num">
      {plannedMs === null ? t('usedOnly', { number, used }) : t('usedOf', { number, used, planned: clockText(plannedMs) })}
    </p>
  )
}

export interface OverWordsProps {
  /** Whole minutes beyond what was planned or allowed. */
  readonly minutes: number
}

/** An overrun in words, beside its colour. */
export function OverWords({ minutes }: OverWordsProps) {
  const { t } = useWords('floor')
  return <span className={styles.overWords}>{minutes === 0 ? t('overJust') : t('overBy', { count: minutes })}</span>
}

const whole = (session: SessionState) => session
const pickItems = (record: MeetingRecord) => record.items
