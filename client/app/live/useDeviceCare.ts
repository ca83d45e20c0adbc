import { useEffect } from 'react'
import type { Meeting, Report } from '../../sync/index.ts'

/** Tells an open document of its window: away or here, on the network again, and no leaving while words are nowhere kept. */
export function useDeviceCare(open: Pick<Meeting | Report, 'show' | 'retry' | 'mayLeave'> | null): void {
  useEffect(() => {
    if (open === null) return
    const away = () => open.show({ away: document.hidden })
    const online = () => open.retry()
    const leaving = (event: BeforeUnloadEvent) => {
      if (!open.mayLeave) event.preventDefault()
    }
    document.addEventListener('visibilitychange', away)
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', away)
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [open])
}
