import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** How long the pointer may be between a button and its name. */
const wayMs = 100

/** How long the pointer rests on a button before its name is shown. */
const restMs = 500

export interface Told {
  readonly onPointerEnter: (event: PointerEvent) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: () => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** For the name itself: the pointer may rest on it. */
export interface TipHold {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
}

/** Whether the name of a drawn button is shown: where the pointer rests, or the focus came by a key; `Escape` and a press put it away. */
export function useTip(): { readonly isTold: boolean; readonly told: Told; readonly tip: TipHold } {
  const [isTold, setTold] = useState(false)
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const hide = () => {
    clearTimeout(resting.current)
    setTold(false)
  }
  const hideSoon = () => {
    clearTimeout(resting.current)
    resting.current = setTimeout(() => setTold(false), wayMs)
  }
  useEffect(() => () => clearTimeout(resting.current), [])
  const told: Told = {
    onPointerEnter: (event) => {
      if (event.pointerType === 'touch') return
      clearTimeout(resting.current)
      resting.current = setTimeout(() => setTold(true), restMs)
    },
    onPointerLeave: hideSoon,
    onPointerDown: hide,
    onFocus: (event) => {
      if (event.currentTarget.matches(':focus-visible')) setTold(true)
    },
    onBlur: hide,
    onKeyDown: (event) => {
      if (event.key === 'Escape' || event.key === 'Enter' || event.key === ' ') hide()
    },
  }
  return { isTold, told, tip: { onPointerEnter: () => clearTimeout(resting.current), onPointerLeave: hideSoon } }
}
