import type { RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover, Text } from 'react-aria-components'
import { Aria } from './Aria.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import type { MenuEntry } from './MenuEntry.ts'
import pop from './Pop.module.css'

export interface MenuPopProps<Id extends string> {
  /** Below what it opens; focus goes back there. */
  readonly anchor: RefObject<Element | null>
  readonly entries: readonly MenuEntry<Id>[]
  readonly onAction: (id: Id) => void
  readonly onClose: () => void
  readonly heading: string | undefined
  /** Its name, or the id of the button that names it. */
  readonly name: { readonly 'aria-label': string } | { readonly 'aria-labelledby': string }
  /** Where the focus goes: to an end, or to what is chosen. */
  readonly start: 'first' | 'last' | 'chosen'
}

/** An open menu over the page. */
export function MenuPop<Id extends string>({ anchor, entries, onAction, onClose, heading, name, start }: MenuPopProps<Id>) {
  const act = (key: unknown) => {
    const entry = entries.find((one) => one.id === key)
    onClose()
    if (entry) onAction(entry.id)
  }
  const selected = entries.filter((entry) => entry.isSelected).map((entry) => entry.id)
  const isChoice = entries.some((entry) => entry.isSelected !== undefined)
  return (
    <Aria>
      <Popover
        className={pop.pop ?? ''}
        offset={6}
        triggerRef={anchor}
        trigger="MenuTrigger"
        isOpen
        {...name}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Menu className={pop.list ?? ''} onAction={act} onClose={onClose} autoFocus={start === 'chosen' ? true : start} {...name}>
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
      </Popover>
    </Aria>
  )
}
