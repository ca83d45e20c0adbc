import type { RefObject } from 'react'
import { Popover } from 'react-aria-components'
import { type MenuEntry, MenuList } from './MenuButton.tsx'
import pop from './Pop.module.css'

export interface MenuAtProps<Id extends string> {
  /** Below what it opens; focus goes back there. */
  readonly anchor: RefObject<Element | null>
  readonly label: string
  readonly heading?: string | undefined
  readonly entries: readonly MenuEntry<Id>[]
  readonly onAction: (id: Id) => void
  readonly onClose: () => void
}

/** One menu for many places: a long list has one, where a menu in each of its rows would be slow to draw. Drawn only while open. */
export function MenuAt<Id extends string>({ anchor, label, heading, entries, onAction, onClose }: MenuAtProps<Id>) {
  return (
    <Popover
      className={pop.pop ?? ''}
      offset={6}
      triggerRef={anchor}
      isOpen
      aria-label={label}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <MenuList
        entries={entries}
        heading={heading}
        label={label}
        onAction={(id) => {
          onClose()
          onAction(id)
        }}
      />
    </Popover>
  )
}
