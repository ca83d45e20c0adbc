import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { itemTime, type SessionState } from '../../../shared/session/index.ts'
import { useRecord, useServerNow, useSession } from '../../store/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Wall.module.css'
import { wallClock } from './wallClock.ts'

export interface WallTopProps {
  /** The item that the meeting is on; null shows the meeting's own title. */
  readonly item: ItemView | null
  readonly title: string
  readonly isClosedHere: boolean
}

/** The head of the wall: which item of how many, its title, its time. */
export function WallTop({ item, title, isClosedHere }: WallTopProps) {
  const { t } = useWords('room')
  const count = useRecord((record) => record.items.filter((one) => one.number !== null && one.parent === null).length) ?? 0
  const language = useRecord((record) => record.head.language) ?? undefined
  if (item === null) {
    return (
      <header className={styles.top}>
        <h1 dir="auto" lang={language}>
          {title}
        </h1>
      </header>
    )
  }
  const words = plainText(item.title).trim()
  return (
    <header className={styles.top}>
      <div className={styles.item}>
        <div className={cx(styles.small, 'num')}>{t('itemOf', { number: item.number ?? '', count })}</div>
        <h1 dir="auto" lang={language}>
          {isClosedHere ? title : words === '' ? t('untitled') : words}
        </h1>
      </div>
      {isClosedHere ? null : <ItemClock item={item} />}
    </header>
  )
}

interface ItemClockProps {
  readonly item: ItemView
}

function ItemClock({ item }: ItemClockProps) {
  const { t } = useWords('room')
  const now = useServerNow()
  const session = useSession(pickClock)
  if (session === null) return null
  const { usedMs, plannedMs, isRunning } = itemTime(session, item, now)
  const clock = wallClock(usedMs, plannedMs)
  const isOver = clock.overMinutes !== null
  return (
    <div className={cx(styles.time, isOver && styles.over, !isRunning && styles.still)}>
      <b>{clock.text}</b>
      <span className="num">
        {clock.plannedMinutes === null
          ? t('noPlan')
          : clock.overMinutes === null
            ? t('ofMinutes', { count: clock.plannedMinutes })
            : clock.overMinutes === 0
              ? t('justOver', { planned: clock.plannedText })
              : t('over', { count: clock.overMinutes, planned: clock.plannedText })}
      </span>
      {isRunning ? null : <span>{t('paused')}</span>}
    </div>
  )
}

const pickClock = ({ proceedings, current, clock }: SessionState) => ({ proceedings, current, clock })
