import { type RefObject, useEffect, useRef } from 'react'
import type { SlashPlace } from '../text/index.ts'

/** Puts a small list below the line it belongs to, inside the window; a press anywhere else closes it. */
export function usePlaced(place: SlashPlace, onClose: () => void): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = list
    if (current === null) return
    const fromStart = document.documentElement.dir === 'rtl' ? window.innerWidth - place.left : place.left
    current.style.setProperty('--from-start', `${Math.max(8, Math.min(fromStart, window.innerWidth - 340))}px`)
    current.style.setProperty(
      '--from-top',
      `${Math.max(8, Math.min(place.bottom + 6, window.innerHeight - current.offsetHeight - 8))}px`,
    )
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && !current.contains(event.target)) onClose()
    }
    window.addEventListener('pointerdown', close, true)
    return () => window.removeEventListener('pointerdown', close, true)
  }, [place, onClose])
  return list
}
