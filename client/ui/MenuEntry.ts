import type { ReactNode } from 'react'
import type { IconName } from './iconPaths.ts'

/** One line of a menu. */
export interface MenuEntry<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: IconName | undefined
  readonly hint?: string | undefined
  readonly keys?: string | undefined
  readonly href?: string | undefined
  readonly isDanger?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  /** Ticked: this one holds now. */
  readonly isSelected?: boolean | undefined
  /** Draws the label in another way (an operative verb in serif). The label stays its name. */
  readonly content?: ReactNode
}
