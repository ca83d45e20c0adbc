import { useEffect, useState } from 'react'
import { useIsLive } from '../../store/index.ts'
import { Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Wall.module.css'

/** A line that is only opening for a moment is no news. */
const patienceMs = 2000

/** A small sign at the edge when the line is down; what stands on the wall stays. */
export function WallOffline() {
  const { t } = useWords('room')
  const isLive = useIsLive()
  const [isDown, setDown] = useState(false)
  useEffect(() => {
    if (isLive) {
      setDown(false)
      return
    }
    const timer = setTimeout(() => setDown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isLive])
  return (
    <p className={styles.offline} role="status">
      {isDown && !isLive ? (
        <>
          <Icon name="offline" />
          {t('offline')}
        </>
      ) : null}
    </p>
  )
}
