import type { ItemView } from '../../../shared/record/index.ts'
import { useSession } from '../../store/index.ts'
import { cx, State, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ItemHead.module.css'
import { minuteClock } from './minuteClock.ts'
import { plannedMs } from './plannedMs.ts'
import { usedMinutes } from './usedMinutes.ts'
import { useItemTime } from './useItemTime.ts'
import { useOverWords } from './useOverWords.ts'

export interface ItemStateProps {
  readonly item: ItemView
}

/** How far an item is: its running clock where no other is seen, what became of it and in how many minutes, or what is planned. */
export function ItemState({ item }: ItemStateProps) {
  const { t } = useWords('live')
  const isCurrent = useSession((session) => session.current === item.id) ?? false
  const saidOver = useOverWords()
  const planned = plannedMs(item)
  const minutes = planned === null ? null : planned / 60_000
  const plan = minutes === null ? null : <span className="num hideOnPhone">{t('minutesPlanned', { count: minutes })}</span>
  if (isCurrent) {
    return (
      <>
        <PhoneClock item={item} />
        {plan}
      </>
    )
  }
  const used = usedMinutes(item.usedMs)
  const time = minutes === null ? t('usedOnly', { count: used }) : t('usedOf', { used, count: minutes })
  const over = saidOver(item.usedMs, planned)
  const overWords = over === null ? null : <VisuallyHidden>{`, ${over}`}</VisuallyHidden>
  switch (item.progress) {
    case 'closed':
      return (
        <State tone="ok" icon="check">
          {used === 0 ? t('itemState.closed') : t('itemState.closedIn', { time })}
          {overWords}
        </State>
      )
    case 'putOff':
      return <State icon="clock">{used === 0 ? t('itemState.putOff') : t('itemState.putOffAfter', { time })}</State>
    case 'begun':
      return (
        <State>
          {t('itemState.begun', { time })}
          {overWords}
        </State>
      )
    default:
      return plan === null ? null : <span className="num">{t('minutesPlanned', { count: minutes ?? 0 })}</span>
  }
}

interface PhoneClockProps {
  readonly item: ItemView
}

/** "9:40 of 15 min": on a phone the big clock is behind another tab. */
function PhoneClock({ item }: PhoneClockProps) {
  const { t } = useWords('live')
  const { usedMs, plannedMs: planned } = useItemTime(item)
  const over = useOverWords()(usedMs, planned)
  const clock = minuteClock(usedMs)
  return (
    <span className="num phoneOnly">
      <b className={cx(styles.clock, over !== null && styles.over)}>{clock}</b>
      {planned === null ? null : ` ${t('ofMinutes', { count: planned / 60_000 })}`}
      {over === null ? null : <span className={styles.over}>{`, ${over}`}</span>}
    </span>
  )
}
