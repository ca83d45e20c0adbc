import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef, useState } from 'react'
import { type ButtonLook, buttonClass } from './Button.tsx'
import { cx } from './cx.ts'
import { later } from './later.tsx'
import type { MenuEntry } from './MenuEntry.ts'
import type { MenuPopProps } from './MenuPop.tsx'
import { Press } from './Press.tsx'

export interface MenuButtonProps<Id extends string> extends ButtonLook {
  /** What is on the button. */
  readonly children: ReactNode
  /** The button's name, where what is on it does not say enough. */
  readonly label?: string | undefined
  readonly entries: readonly MenuEntry<Id>[]
  readonly onAction: (id: Id) => void
  /** A line above the entries. */
  readonly heading?: string | undefined
  /** No look of a button at all: for a verb inside its sentence. */
  readonly isBare?: boolean | undefined
  readonly isOpen?: boolean | undefined
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
}

const MenuPop = later<MenuPopProps<string>>(async () => (await import('./MenuPop.tsx')).MenuPop)

/** A button that opens a menu just below itself. */
export function MenuButton<Id extends string>(props: MenuButtonProps<Id>) {
  const { children, label, entries, onAction, heading, isBare = false, isOpen, onOpenChange, ...look } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  const [start, setStart] = useState<'first' | 'last' | 'chosen'>('chosen')
  const isShown = isOpen ?? opened
  const change = (open: boolean) => {
    setOpened(open)
    onOpenChange?.(open)
  }
  const open = (from: 'first' | 'last' | 'chosen') => {
    // Not every browser gives a pressed button the focus, and the menu gives it back to where it was.
    button.current?.focus({ preventScroll: true })
    setStart(from)
    change(true)
  }
  const openByKey = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    open(event.key === 'ArrowUp' ? 'last' : 'first')
  }
  return (
    <>
      <Press
        id={id}
        ref={button}
        className={isBare ? cx(look.className) : buttonClass(look)}
        aria-haspopup="menu"
        aria-expanded={isShown}
        // A press without a pointer has no place: it came by a key or from a screen reader.
        onPress={(event: MouseEvent) => open(event.detail === 0 ? 'first' : 'chosen')}
        onKeyDown={openByKey}
        {...(label ? { 'aria-label': label } : {})}
      >
        {children}
      </Press>
      {isShown ? (
        <MenuPop
          anchor={button}
          entries={entries}
          onAction={(chosen) => {
            const entry = entries.find((one) => one.id === chosen)
            if (entry) onAction(entry.id)
          }}
          onClose={() => change(false)}
          heading={heading}
          name={{ 'aria-labelledby': id }}
          start={start}
        />
      ) : null}
    </>
  )
}
