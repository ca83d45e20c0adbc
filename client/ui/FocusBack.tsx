import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was when this was first drawn, once this is gone and nobody else has taken it. The library does so
 * too, but not when the button that was pressed goes with the page's answer to it.
 */
export function FocusBack() {
  // Looked at while it is drawn: what stands beside it takes the focus in its effects.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const giveBack = () => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }
      requestAnimationFrame(() => requestAnimationFrame(giveBack))
    },
    [before],
  )
  return null
}
