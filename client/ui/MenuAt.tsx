import type { RefObject } from 'react'
import { later } from './later.tsx'
import type { MenuEntry } from './MenuEntry.ts'
import type { MenuPopProps } from './MenuPop.tsx'

export interface MenuAtProps<Id extends string> {
  /** Below what it opens; focus goes back there. */
  readonly anchor: RefObject<Element | null>
  readonly label: string
  readonly heading?: string | undefined
  readonly entries: readonly MenuEntry<Id>[]
  readonly onAction: (id: Id) => void
  readonly onClose: () => void
}

const MenuPop = later<MenuPopProps<string>>(async () => (await import('./MenuPop.tsx')).MenuPop)

/** One menu for many places: a long list has one, where a menu in each of its rows would be slow to draw. Drawn only while open. */
export function MenuAt<Id extends string>({ anchor, label, heading, entries, onAction, onClose }: MenuAtProps<Id>) {
  return (
    <MenuPop
      anchor={anchor}
      entries={entries}
      heading={heading}
      name={{ 'aria-label': label }}
      start="first"
      onClose={onClose}
      onAction={(chosen) => {
        const entry = entries.find((one) => one.id === chosen)
        if (entry) onAction(entry.id)
      }}
    />
  )
}
