import type { ReactNode, RefObject } from 'react'
import { Tooltip } from 'react-aria-components/Tooltip'
import styles from './Button.module.css'

export interface TipProps {
  readonly anchor: RefObject<Element | null>
  readonly children: ReactNode
}

/** The name of a button, shown beside it. */
export function Tip({ anchor, children }: TipProps) {
  return (
    <Tooltip className={styles.tip ?? ''} offset={6} triggerRef={anchor} isOpen>
      {children}
    </Tooltip>
  )
}
