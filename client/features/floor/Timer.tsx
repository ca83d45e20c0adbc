import type { SessionState } from '../../../shared/session/index.ts'
import { useCurrentItem, useMay, useMe, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { Forecast } from './Forecast.tsx'
import { ItemClock, UsedSoFar } from './ItemClock.tsx'
import { ItemTools } from './ItemTools.tsx'
import { MeetingSum } from './MeetingSum.tsx'
import styles from './Timer.module.css'

/** The timer of the current item and when the meeting will end; where no clock runs, in words why. */
export function Timer() {
  const { t } = useWords('floor')
  const phase = useSession(pickPhase)
  const isClosed = useSession(pickClosed)
  const item = useCurrentItem()
  const isObserver = useMe()?.role === 'observer'
  const mayRun = useMay('session.run')
  if (phase === null) return null
  const number = item?.number ?? ''
  if (isObserver && (isClosed === true || item?.closed === true)) {
    const words = isClosed === true ? t('closedMeeting') : t('closedItem', { number })
    return <Block title={item === null ? t('timer') : t('item', { number })} text={words} />
  }
  if (phase === 'planned') {
    return (
      <Block title={t('notBegun')} text={t('notBegunText')}>
        <MeetingSum />
      </Block>
    )
  }
  if (phase === 'suspended') {
    return (
      <Block title={t('suspended')} text={t('suspendedText')}>
        {item === null ? null : <UsedSoFar item={item} />}
      </Block>
    )
  }
  if (phase !== 'inSession') {
    return (
      <Block title={t('over')}>
        <MeetingSum />
      </Block>
    )
  }
  if (item === null) {
    return (
      <Block title={t('noItem')} text={t('noItemText')}>
        <Forecast />
      </Block>
    )
  }
  return (
    <section className={styles.timer} aria-label={t('timer')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('item', { number })}</h2>
        {mayRun ? <ItemTools number={number} /> : null}
      </div>
      <ItemClock item={item} />
      <Forecast />
    </section>
  )
}

interface BlockProps {
  readonly title: string
  readonly text?: string
  readonly children?: React.ReactNode
}

function Block({ title, text, children }: BlockProps) {
  const { t } = useWords('floor')
  return (
    <section className={styles.timer} aria-label={t('timer')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
      </div>
      {text === undefined ? null : <p className={styles.calm}>{text}</p>}
      {children}
    </section>
  )
}

const pickPhase = (session: SessionState) => session.phase
const pickClosed = (session: SessionState) => session.closed
