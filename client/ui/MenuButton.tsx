import type { ReactNode } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components'
import { type ButtonLook, buttonClass } from './Button.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import { Kbd } from './Kbd.tsx'
import pop from './Pop.module.css'

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

/** A button that opens a menu just below itself. */
export function MenuButton<Id extends string>(props: MenuButtonProps<Id>) {
  const { children, label, entries, onAction, heading, isBare = false, isOpen, onOpenChange, ...look } = props
  return (
    <MenuTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Button {...(label ? { 'aria-label': label } : {})} className={isBare ? cx(look.className) : buttonClass(look)}>
        {children}
      </Button>
      <Popover className={pop.pop ?? ''} offset={6}>
        <MenuList entries={entries} onAction={onAction} heading={heading} />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuListProps<Id extends string> {
  readonly entries: readonly MenuEntry<Id>[]
  readonly onAction: (id: Id) => void
  readonly heading: string | undefined
  /** Its name, where no button stands for it. */
  readonly label?: string | undefined
}

/** The entries of a menu, without what opens it. */
export function MenuList<Id extends string>({ entries, onAction, heading, label }: MenuListProps<Id>) {
  const act = (key: unknown) => {
    const entry = entries.find((one) => one.id === key)
    if (entry) onAction(entry.id)
  }
  const selected = entries.filter((entry) => entry.isSelected).map((entry) => entry.id)
  const isChoice = entries.some((entry) => entry.isSelected !== undefined)
  return (
    <Menu className={pop.list ?? ''} onAction={act} {...(label ? { 'aria-label': label, autoFocus: 'first' as const } : {})}>
      <MenuSection
        {...(isChoice ? { selectionMode: 'single' as const, selectedKeys: selected } : {})}
        {...(heading ? {} : { 'aria-label': '\u00a0' })}
      >
        {heading ? <Header className={pop.header ?? ''}>{heading}</Header> : null}
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.isDisabled ?? false}
            className={cx(pop.option, entry.isDanger && pop.danger)}
            {...(entry.href ? { href: entry.href } : {})}
          >
            {entry.icon ? <Icon name={entry.icon} /> : null}
            <span className={pop.optionLabel}>
              <Text slot="label">{entry.content ?? entry.label}</Text>
              {entry.hint ? (
                <>
                  <br />
                  <Text slot="description" className={pop.hint ?? ''}>
                    {entry.hint}
                  </Text>
                </>
              ) : null}
            </span>
            {entry.isSelected ? <Icon name="check" /> : null}
            {entry.keys ? <Kbd>{entry.keys}</Kbd> : null}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}
