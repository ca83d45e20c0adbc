import { Button, cx, ThemeButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useFullScreen } from './useFullScreen.ts'
import { useWakeLock } from './useWakeLock.ts'
import styles from './Wall.module.css'
import { type WallSettings, zoomed } from './wallSettings.ts'

export interface WallControlsProps {
  readonly settings: WallSettings
  readonly isAwake: boolean
  readonly onSet: (settings: WallSettings) => void
  readonly onLeave: () => void
}

/** What can be set on this screen; seen when the mouse moves, a key is pressed or the focus is in it. */
export function WallControls({ settings, isAwake, onSet, onLeave }: WallControlsProps) {
  const { t } = useWords('room')
  const { t: live } = useWords('live')
  const { isFull, change } = useFullScreen()
  const isKeptAwake = useWakeLock()
  const { showsSpeakers } = settings
  return (
    <nav className={cx(styles.controls, isAwake && styles.awake)} aria-label={live('projector')}>
      <div className={styles.buttons}>
        <Button variant="ghost" onPress={onLeave}>
          {t('leave')}
        </Button>
        <Button variant="ghost" onPress={() => onSet(zoomed(settings, -1))} aria-label={t('smaller')}>
          <span aria-hidden="true">{t('smallerSign')}</span>
        </Button>
        <Button variant="ghost" onPress={() => onSet(zoomed(settings, 1))} aria-label={t('larger')}>
          <span aria-hidden="true">{t('largerSign')}</span>
        </Button>
        <Button
          variant="ghost"
          onPress={() => onSet({ ...settings, showsSpeakers: !showsSpeakers })}
          aria-label={showsSpeakers ? t('hideSpeakers') : t('showSpeakers')}
        >
          <span className={cx(!showsSpeakers && styles.off)}>{t('speakers')}</span>
        </Button>
        {change === null ? null : (
          <Button variant="ghost" onPress={change}>
            {isFull ? t('leaveFullScreen') : t('fullScreen')}
          </Button>
        )}
        <ThemeButton />
      </div>
      {isKeptAwake ? null : <p className="micro">{t('noWakeLock')}</p>}
    </nav>
  )
}
