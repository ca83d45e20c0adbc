import { type PointerEvent, useCallback, useRef, useState } from 'react'

/** Where the dragged row would land. */
export interface Landing {
  readonly id: string
  readonly side: 'before' | 'after'
}

export interface Drag {
  readonly dragged: string | null
  readonly landing: Landing | null
  /** For the grip of a row. */
  readonly grip: (id: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
  }
}

/** Dragging rows (`data-row`) by mouse, finger or pen. Each drag has a key and a menu beside it (WCAG 2.5.7), so it needs none of its own. */
export function useDrag(onDrop: (id: string, landing: Landing) => void): Drag {
  const [dragged, setDragged] = useState<string | null>(null)
  const [landing, setLanding] = useState<Landing | null>(null)
  const now = useRef<Landing | null>(null)
  const land = useCallback((next: Landing | null) => {
    now.current = next
    setLanding(next)
  }, [])
  const end = useCallback(() => {
    setDragged(null)
    land(null)
  }, [land])
  const grip = useCallback(
    (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged(id)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]')
        const target = row?.dataset.row
        if (row == null || target === undefined || target === id) {
          land(null)
          return
        }
        const box = row.getBoundingClientRect()
        land({ id: target, side: event.clientY < box.top + box.height / 2 ? 'before' : 'after' })
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const { current } = now
        end()
        if (current !== null) onDrop(id, current)
      },
      onPointerCancel: end,
    }),
    [end, land, onDrop],
  )
  return { dragged, landing, grip }
}
