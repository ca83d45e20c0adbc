import type { ItemView } from '../../../shared/record/index.ts'
import { forecast } from '../../../shared/session/index.ts'
import { useServerNow, useSession } from '../../store/index.ts'
import { Meter } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Agenda.module.css'
import { usedMinutes } from './usedMinutes.ts'
import { useOverWords } from './useOverWords.ts'

export interface AgendaSumProps {
  readonly items: readonly ItemView[]
}

/** All minutes: planned, and once something was begun, used of planned, second by second. */
export function AgendaSum({ items }: AgendaSumProps) {
  const { t } = useWords('live')
  const overWords = useOverWords()
  const now = useServerNow()
  const session = useSession((whole) => whole)
  if (session === null) return null
  const sum = forecast(session, items, now)
  const planned = Math.round(sum.plannedMs / 60_000)
  const used = usedMinutes(sum.usedMs)
  const hasBegun = used > 0 || session.current !== null
  if (!hasBegun) return planned === 0 ? null : <span className="micro num">{t('minutesPlanned', { count: planned })}</span>
  if (planned === 0) return used === 0 ? null : <span className="micro num">{t('usedOnly', { count: used })}</span>
  const over = overWords(sum.usedMs, sum.plannedMs)
  return (
    <>
      <span className="micro num">
        {t('usedOf', { used, count: planned })}
        {over === null ? null : <span className={styles.over}>{`, ${over}`}</span>}
      </span>
      <Meter
        className={styles.meter}
        share={sum.usedMs / sum.plannedMs}
        isOver={over !== null}
        label={t('usedOfLong', { used, count: planned })}
      />
    </>
  )
}
