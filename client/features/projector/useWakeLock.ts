import { useEffect, useState } from 'react'

/** Keeps the screen from going dark. False when this browser cannot, so that somebody switches the screen saver off by hand. */
export function useWakeLock(): boolean {
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    // Browsers without it, and pages that are not secure, lack the whole object.
    const wakeLock: WakeLock | undefined = Reflect.get(navigator, 'wakeLock')
    if (wakeLock === undefined) {
      setKept(false)
      return
    }
    let held: WakeLockSentinel | null = null
    let isOver = false
    const take = async () => {
      if (document.hidden || isOver || held?.released === false) return
      try {
        const sentinel = await wakeLock.request('screen')
        if (isOver) await sentinel.release()
        else held = sentinel
        setKept(true)
      } catch {
        // Refused: low battery, or a policy of the machine. A hidden page is asked again when it is seen.
        if (!document.hidden) setKept(false)
      }
    }
    const seen = () => void take()
    void take()
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener('visibilitychange', seen)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', seen)
      void held?.release()
    }
  }, [])
  return isKept
}
