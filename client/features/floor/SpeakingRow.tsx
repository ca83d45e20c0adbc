import type { FloorRequest, SessionState } from '../../../shared/session/index.ts'
import { speakerTime } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useMe, useRun, useServerNow, useSession } from '../../store/index.ts'
import { Button, cx, Icon, MenuButton, Plate, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { clockText, minutesOver } from './clockText.ts'
import { OverWords } from './ItemClock.tsx'
import styles from './SpeakersList.module.css'
import { SpeakerWords } from './SpeakerWords.tsx'
import { speakerCode } from './speakerCode.ts'

export interface SpeakingRowProps {
  readonly request: FloorRequest
}

/** Who has the floor, since when; for the chair the end of the turn, and its time. */
export function SpeakingRow({ request }: SpeakingRowProps) {
  const { t } = useWords('floor')
  const me = useMe()
  const mayGive = useMay('floor.give')
  const mayTime = useMay('session.run')
  const run = useRun()
  const isLive = useIsLive()
  const { name } = request.speaker
  return (
    <div className={styles.speaking}>
      <VisuallyHidden>{t('hasFloor')}</VisuallyHidden>
      <span aria-hidden="true">
        <Plate code={speakerCode(request.speaker)} />
      </span>
      <SpeakerWords t={t} request={request} isMine={me !== null && request.person === me.personId} isSpeaking />
      <TurnClock />
      {mayGive ? (
        <Button
          variant="link"
          className={styles.link}
          aria-label={t('endOf', { name })}
          isDisabled={!isLive}
          onPress={() => void run({ kind: 'floor.end', request: request.id })}
        >
          {t('end')}
        </Button>
      ) : null}
      {mayTime ? <TurnMenu name={name} /> : null}
      <TurnLimit />
    </div>
  )
}

function TurnClock() {
  const time = useTurnTime()
  if (time === null) return null
  return (
    <span role="timer" className={cx('micro', 'num', time.over !== null && styles.isOver)}>
      {clockText(time.usedMs)}
    </span>
  )
}

/** How long the turn may be, and how far it is beyond that. */
function TurnLimit() {
  const { t } = useWords('floor')
  const time = useTurnTime()
  if (time === null || time.allowedMs === null) return null
  return (
    <span className={cx(styles.limit, 'micro', 'num')}>
      <span>{t('ofTime', { time: clockText(time.allowedMs) })}</span>
      {time.over === null ? null : <OverWords minutes={time.over} />}
    </span>
  )
}

function useTurnTime() {
  const session = useSession(whole)
  const now = useServerNow()
  const time = session === null ? null : speakerTime(session, now)
  return time === null ? null : { ...time, over: minutesOver(time.usedMs, time.allowedMs) }
}

interface TurnMenuProps {
  readonly name: string
}

const steps = [1, 2, 5] as const

function TurnMenu({ name }: TurnMenuProps) {
  const { t } = useWords('floor')
  const run = useRun()
  const isLive = useIsLive()
  const isPaused = useSession(pickPaused) === true
  const hasLimit = useSession(pickLimit) !== null
  return (
    <MenuButton
      isBare
      className={styles.more}
      label={t('turnMenu', { name })}
      entries={[
        {
          id: 'pause',
          label: isPaused ? t('resumeTurn') : t('pauseTurn'),
          icon: isPaused ? ('play' as const) : ('pause' as const),
          isDisabled: !isLive,
        },
        // Without a limit there is nothing to add to.
        ...(hasLimit ? steps : []).map((count) => ({
          id: String(count),
          label: t('addMinutes', { count }),
          icon: 'plus' as const,
          isDisabled: !isLive,
        })),
      ]}
      onAction={(id) =>
        void run(
          id === 'pause'
            ? { kind: isPaused ? 'timer.resume' : 'timer.pause', of: 'speaker' }
            : { kind: 'timer.add', of: 'speaker', minutes: Number(id) },
        )
      }
    >
      <Icon name="more" />
    </MenuButton>
  )
}

const whole = (session: SessionState) => session
const pickPaused = (session: SessionState) => session.floor.speaking?.paused ?? false
const pickLimit = (session: SessionState) => session.floor.limitMinutes
