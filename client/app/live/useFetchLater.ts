import { useEffect } from 'react'
import { fetchLater } from '../../ui/index.ts'

/** How long the page is left to itself where a browser does not say when it rests. */
const restMs = 3000

/** Once the page rests, fetches what a press on it might open, so that it opens at once, and without a line. */
export function useFetchLater(): void {
  useEffect(() => {
    const go = () => void fetchLater()
    if (typeof requestIdleCallback === 'function') {
      const asked = requestIdleCallback(go)
      return () => cancelIdleCallback(asked)
    }
    const timer = setTimeout(go, restMs)
    return () => clearTimeout(timer)
  }, [])
}
