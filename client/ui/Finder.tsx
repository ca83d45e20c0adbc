import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { Aria } from './Aria.tsx'
import { cx } from './cx.ts'
import styles from './Finder.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface FinderEntry {
  readonly id: string
  readonly lead: ReactNode
  readonly label: ReactNode
  readonly end: ReactNode
}

export interface FinderGroup {
  readonly name: string
  readonly entries: readonly FinderEntry[]
}

export interface FinderProps {
  readonly label: string
  readonly placeholder: string
  readonly question: string
  readonly onQuestion: (question: string) => void
  /** What was found, by kind; groups without entries are not shown. */
  readonly groups: readonly FinderGroup[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
  /** Said when nothing was found. */
  readonly nothing: string
  readonly countWords: (count: number) => string
}

/** A field with what it finds below it: the combobox of WAI-ARIA, its list always open. Focus stays in the field. */
export function Finder(props: FinderProps) {
  const { label, placeholder, question, onQuestion, onChoose, onClose, nothing, countWords } = props
  const listId = useId()
  const groups = props.groups.filter((group) => group.entries.length > 0)
  const entries = groups.flatMap((group) => group.entries)
  const [active, setActive] = useState(0)
  const at = Math.min(active, entries.length - 1)
  const chosen = entries[at]
  const list = useRef<HTMLDivElement | null>(null)
  const optionId = (id: string) => `${listId}-${id}`
  useEffect(() => {
    if (chosen !== undefined) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that belong to an input method are not for the list; some browsers tell only by the number 229.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    const to = target(event, at, entries.length)
    if (to !== null) setActive(to)
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen.id)
    else return
    event.preventDefault()
  }
  return (
    <Aria>
      <ModalOverlay
        className={styles.scrim ?? ''}
        isOpen
        isDismissable
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Modal className={styles.modal ?? ''}>
          <AriaDialog className={styles.dialog ?? ''} aria-label={label}>
            <input
              className={styles.field}
              role="combobox"
              aria-label={label}
              aria-expanded={entries.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={chosen === undefined ? undefined : optionId(chosen.id)}
              placeholder={placeholder}
              value={question}
              // Before the first letter it runs as the page does.
              dir={question === '' ? undefined : 'auto'}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              // A text that was being written in is not left for this: Escape goes on where the caret stood.
              data-keeps-editor
              // biome-ignore lint/a11y/noAutofocus: whoever opens it wants to write
              autoFocus
              onChange={(event) => {
                onQuestion(event.target.value)
                setActive(0)
              }}
              onKeyDown={onKeyDown}
            />
            <div className={styles.list} role="listbox" id={listId} aria-label={label} ref={list}>
              {groups.map((group) => (
                // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role, a fieldset cannot stand here
                <div key={group.name} role="group" aria-label={group.name}>
                  <div className={styles.group} aria-hidden="true">
                    {group.name}
                  </div>
                  {group.entries.map((entry) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which points at its option
                    <div
                      key={entry.id}
                      id={optionId(entry.id)}
                      role="option"
                      tabIndex={-1}
                      aria-selected={entry.id === chosen?.id}
                      className={cx(styles.option, entry.id === chosen?.id && styles.active)}
                      // The focus is not taken from the field.
                      onMouseDown={(event) => event.preventDefault()}
                      onMouseMove={() => setActive(entries.indexOf(entry))}
                      onClick={() => onChoose(entry.id)}
                    >
                      <span className={styles.lead}>{entry.lead}</span>
                      <span className={styles.words}>{entry.label}</span>
                      {entry.end}
                    </div>
                  ))}
                </div>
              ))}
            </div>
            {entries.length === 0 ? <p className={styles.nothing}>{nothing}</p> : null}
            <div role="status">
              <VisuallyHidden>{entries.length === 0 ? nothing : countWords(entries.length)}</VisuallyHidden>
            </div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </Aria>
  )
}

/** Where a key leads to in the list; null for a key of the field. */
function target(event: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0 || event.altKey || event.ctrlKey || event.metaKey) return null
  switch (event.key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at - 1 + count) % count
    case 'PageDown':
      return Math.min(count - 1, at + page)
    case 'PageUp':
      return Math.max(0, at - page)
    default:
      return null
  }
}

const page = 8
