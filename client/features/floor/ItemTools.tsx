import type { SessionState } from '../../../shared/session/index.ts'
import { useIsLive, useRun, useSession } from '../../store/index.ts'
import { Button, Icon, IconButton, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Timer.module.css'

export interface ItemToolsProps {
  readonly number: string
}

const steps = [1, 10, 15, -1, -5] as const

/** The chair's hand on the item's clock: pause, five minutes more, other minutes. */
export function ItemTools({ number }: ItemToolsProps) {
  const { t } = useWords('floor')
  const run = useRun()
  const isLive = useIsLive()
  const isPaused = useSession(pickPaused) === true
  const add = (minutes: number) => void run({ kind: 'timer.add', of: 'item', minutes })
  return (
    <span className={styles.tools}>
      <IconButton
        icon={isPaused ? 'play' : 'pause'}
        label={isPaused ? t('resumeTimer') : t('pauseTimer')}
        isDisabled={!isLive}
        onPress={() => void run({ kind: isPaused ? 'timer.resume' : 'timer.pause', of: 'item' })}
      />
      <Button
        variant="ghost"
        className={styles.add}
        isDisabled={!isLive}
        aria-label={t('addFiveLong', { number })}
        onPress={() => add(5)}
      >
        <span className="num">{t('addFive')}</span>
      </Button>
      <MenuButton
        variant="ghost"
        className={styles.other}
        label={t('otherMinutes')}
        entries={steps.map((minutes) => ({
          id: String(minutes),
          label: minutes > 0 ? t('addMinutes', { count: minutes }) : t('takeMinutes', { count: -minutes }),
          isDisabled: !isLive,
        }))}
        onAction={(minutes) => add(Number(minutes))}
      >
        <Icon name="down" />
      </MenuButton>
    </span>
  )
}

const pickPaused = (session: SessionState) => session.clock.paused
