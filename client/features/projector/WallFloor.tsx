import type { FloorRequest, SessionState } from '../../../shared/session/index.ts'
import { speakerTime, waiting } from '../../../shared/session/index.ts'
import { useServerNow, useSession } from '../../store/index.ts'
import { cx, Plate } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Wall.module.css'
import { wallClock } from './wallClock.ts'

/** As many as there is room for in large letters. */
const shownWaiting = 3

/** The foot of the wall: who has the floor, and who comes next. */
export function WallFloor() {
  const { t } = useWords('room')
  const floor = useSession(pickFloor)
  if (floor === null) return <span />
  const speaking = floor.floor.speaking?.request ?? null
  const list = waiting(floor)
  const next = list.slice(0, shownWaiting)
  const more = list.length - next.length
  return (
    <footer className={styles.foot}>
      {speaking === null ? null : <Speaking request={speaking} />}
      <span className="grow" />
      {next.length === 0 ? null : (
        <span className={styles.next}>
          <span>{t('nextUp')}</span>
          {next.map((request) => (
            <NextOne key={request.id} request={request} />
          ))}
          {more > 0 ? <span className="num">{t('moreWaiting', { count: more })}</span> : null}
        </span>
      )}
    </footer>
  )
}

const pickFloor = ({ floor, current }: SessionState) => ({ floor, current })

interface RequestProps {
  readonly request: FloorRequest
}

/** Where the name goes into the sentence; no catalogue holds this sign. */
const gap = '\ufffc'
const sentence = { statement: 'hasFloor', reply: 'hasFloorReply', pointOfOrder: 'hasFloorPoint' } as const

function Speaking({ request }: RequestProps) {
  const { t } = useWords('room')
  const { code, name } = request.speaker
  const [before = '', after = ''] = t(sentence[request.intervention], { name: gap }).split(gap)
  return (
    <span className={styles.speaking}>
      {code === null ? null : <Plate code={code} />}
      <span>
        {before}
        <b dir="auto">{name}</b>
        {after}
        {request.onBehalfOf === null ? null : <OnBehalf name={request.onBehalfOf} />}
      </span>
      <SpeakerClock />
    </span>
  )
}

interface OnBehalfProps {
  readonly name: string
}

function OnBehalf({ name }: OnBehalfProps) {
  const { t } = useWords('room')
  const [before = '', after = ''] = t('onBehalfOf', { name: gap }).split(gap)
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after}
    </>
  )
}

function SpeakerClock() {
  const { t } = useWords('room')
  const now = useServerNow()
  const floor = useSession(pickFloor)
  const time = floor === null ? null : speakerTime(floor, now)
  if (time === null) return null
  const clock = wallClock(time.usedMs, time.allowedMs)
  const over = clock.overMinutes
  return (
    <span className={cx('num', over !== null && styles.overWords)}>
      <bdi>{clock.text}</bdi>{' '}
      {clock.plannedMinutes === null
        ? null
        : over === null
          ? t('ofMinutes', { count: clock.plannedMinutes })
          : over === 0
            ? t('justOverLimit', { limit: clock.plannedText })
            : t('overLimit', { count: over, limit: clock.plannedText })}
    </span>
  )
}

function NextOne({ request }: RequestProps) {
  const { t } = useWords('room')
  const { code, name } = request.speaker
  const shown = code === null ? <bdi>{name}</bdi> : <Plate code={code} name={name} />
  if (request.intervention !== 'pointOfOrder') return shown
  const [before = '', after = ''] = t('pointOfOrder', { name: gap }).split(gap)
  return (
    <span className={styles.names}>
      {before}
      {shown}
      {after}
    </span>
  )
}
