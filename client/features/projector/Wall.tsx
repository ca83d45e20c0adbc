import { type CSSProperties, useEffect, useState } from 'react'
import type { SessionState } from '../../../shared/session/index.ts'
import { useCurrentItem, useMe, useRecord, useSession, useShownOutcome } from '../../store/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useAwake } from './useAwake.ts'
import styles from './Wall.module.css'
import { WallControls } from './WallControls.tsx'
import { WallFloor } from './WallFloor.tsx'
import { WallMiddle } from './WallMiddle.tsx'
import { WallOffline } from './WallOffline.tsx'
import { WallTop } from './WallTop.tsx'
import { wallScene } from './wallScene.ts'
import { keepWall, keptWall, type WallSettings, zoomed } from './wallSettings.ts'

export interface WallProps {
  readonly onLeave: () => void
}

/** The meeting on the wall, sized from the screen, without a control unless somebody is at this machine. */
export function Wall({ onLeave }: WallProps) {
  const { t } = useWords('room')
  const [settings, setSettings] = useState<WallSettings>(() => keptWall(window.localStorage))
  const isAwake = useAwake()
  const title = useRecord((record) => record.head.title) ?? ''
  const phase = useSession(pickPhase) ?? 'planned'
  const isClosed = useSession(pickClosed) ?? false
  const me = useMe()
  const item = useCurrentItem()
  const shown = useShownOutcome()
  const isObserver = me === null || me.role === 'observer'
  const scene = wallScene({ phase, isClosedHere: isClosed && isObserver, isObserver, item, shown })
  const set = (next: WallSettings) => {
    keepWall(window.localStorage, next)
    setSettings(next)
  }
  useWallKeys({ onLeave, onZoom: (direction) => set(zoomed(settings, direction)) })
  const pageTitle = t('projectorTitle', { title })
  useEffect(() => {
    document.title = pageTitle
  }, [pageTitle])
  const style: CSSProperties & { readonly '--zoom': number } = { '--zoom': settings.zoom }
  const isRunning = phase === 'inSession' && scene.kind !== 'closedMeeting'
  return (
    <div className={cx(styles.page, !isAwake && styles.asleep)} style={style}>
      <WallControls settings={settings} isAwake={isAwake} onSet={set} onLeave={onLeave} />
      <main className={styles.wall}>
        <WallTop item={isRunning ? item : null} title={title} isClosedHere={scene.kind === 'closedItem'} />
        <WallMiddle scene={scene} zoom={settings.zoom} />
        {isRunning && settings.showsSpeakers && scene.kind !== 'closedItem' ? <WallFloor /> : <span />}
      </main>
      <WallOffline />
    </div>
  )
}

const pickPhase = (session: SessionState) => session.phase
const pickClosed = (session: SessionState) => session.closed

interface WallKeys {
  readonly onLeave: () => void
  readonly onZoom: (direction: 1 | -1) => void
}

/** Plus, minus and Escape, with whatever keyboard lies below the screen. */
function useWallKeys({ onLeave, onZoom }: WallKeys): void {
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (event.key === '+' || event.key === '=') onZoom(1)
      else if (event.key === '-' || event.key === '−') onZoom(-1)
      else if (event.key === 'Escape') onLeave()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', answer)
    return () => window.removeEventListener('keydown', answer)
  })
}
