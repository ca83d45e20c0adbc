import type { ItemView } from '../../../shared/record/index.ts'
import { cx, Icon, Meter, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaRow.module.css'
import { plannedMs } from './plannedMs.ts'
import { isOver, usedMinutes } from './usedMinutes.ts'
import { useItemTime } from './useItemTime.ts'
import { useOverWords } from './useOverWords.ts'

export interface RowTimeProps {
  readonly item: ItemView
  readonly isCurrent: boolean
}

/** Minutes used and planned: "10/15"; what was not begun has its plan alone. */
export function RowTime({ item, isCurrent }: RowTimeProps) {
  const { t } = useWords('live')
  if (isCurrent) return <RunningTime item={item} />
  const planned = plannedMs(item)
  if (item.progress === 'putOff' && item.usedMs === 0) return <span className={styles.minutes} />
  if (item.progress === 'notBegun') {
    const minutes = planned === null ? null : planned / 60_000
    return (
      <span className={cx(styles.minutes, 'num')}>
        {minutes === null ? null : (
          <>
            <span aria-hidden="true">{minutes}</span>
            <VisuallyHidden>{t('minutesPlanned', { count: minutes })}</VisuallyHidden>
          </>
        )}
      </span>
    )
  }
  return <UsedTime usedMs={item.usedMs} plannedMs={planned} isClosed={item.progress === 'closed'} />
}

interface RunningTimeProps {
  readonly item: ItemView
}

/** The only part of the list that is drawn again each second. */
function RunningTime({ item }: RunningTimeProps) {
  const time = useItemTime(item)
  const { usedMs, plannedMs: planned } = time
  return (
    <>
      <UsedTime usedMs={usedMs} plannedMs={planned} isClosed={false} />
      {planned === null || planned === 0 ? null : (
        <Meter className={styles.meter} share={usedMs / planned} isOver={isOver(usedMs, planned)} />
      )}
    </>
  )
}

interface UsedTimeProps {
  readonly usedMs: number
  readonly plannedMs: number | null
  readonly isClosed: boolean
}

function UsedTime({ usedMs, plannedMs: planned, isClosed }: UsedTimeProps) {
  const { t } = useWords('live')
  const used = usedMinutes(usedMs)
  const minutes = planned === null ? null : planned / 60_000
  const over = useOverWords()(usedMs, planned)
  const said = [
    ...(isClosed ? [t('itemState.closed')] : []),
    minutes === null ? t('usedOnly', { count: used }) : t('usedOf', { used, count: minutes }),
    ...(over === null ? [] : [over]),
  ]
  return (
    <span className={cx(styles.minutes, over !== null && styles.over, 'num')}>
      <span aria-hidden="true" title={said.join(', ')}>
        {isClosed ? <Icon name="check" className={styles.tick} /> : null}
        <b>{used}</b>
        {minutes === null ? null : `/${minutes}`}
      </span>
      <VisuallyHidden>{said.join(', ')}</VisuallyHidden>
    </span>
  )
}
