import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import styles from './Button.module.css'

export interface TipProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly children: ReactNode
  /** The pointer may go over to it, and it stays. */
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
}

const gapPx = 6

/** The name of a button, shown beside it for those who see; everybody else has it as the button's own name. */
export function Tip({ anchor, children, onPointerEnter, onPointerLeave }: TipProps) {
  const own = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [button, tip] = [anchor.current, own.current]
    if (button === null || tip === null) return
    const at = button.getBoundingClientRect()
    const size = tip.getBoundingClientRect()
    const above = at.top - size.height - gapPx
    const start = at.left + (at.width - size.width) / 2
    // Through the object model: a style attribute in the page would be refused by its policy.
    tip.style.setProperty('--tip-y', `${above >= 0 ? above : at.bottom + gapPx}px`)
    tip.style.setProperty('--tip-x', `${Math.max(gapPx, Math.min(start, window.innerWidth - size.width - gapPx))}px`)
  }, [anchor])
  return createPortal(
    <div ref={own} className={styles.tip} aria-hidden="true" onPointerEnter={onPointerEnter} onPointerLeave={onPointerLeave}>
      {children}
    </div>,
    document.body,
  )
}
