import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useParties } from '../../store/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { SlashPlace } from '../text/index.ts'
import { findNames } from './findNames.ts'
import styles from './SlashMenu.module.css'
import { usePlaced } from './usePlaced.ts'

export interface MentionMenuProps {
  readonly place: SlashPlace
  readonly onClose: () => void
}

/** The group's delegations, found by a few letters; the chosen name stands in place of the sign, and anything else typed stays text. */
export function MentionMenu({ place, onClose }: MentionMenuProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const { choices } = useParties()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = usePlaced(place, onClose)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const found = findNames(choices, typed)
  const chosen = found[Math.min(at, found.length - 1)]
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const giveUp = (more: string) => {
    onClose()
    place.resume(typed + more)
  }
  const put = (name: string) => {
    onClose()
    place.put(`${name} `)
  }
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Escape') giveUp('')
    else if (event.key === 'Enter' || event.key === 'Tab') chosen === undefined ? giveUp('') : put(chosen.label)
    else if (event.key === 'Backspace' && typed === '') {
      onClose()
      place.put('')
    } else if (event.key === ' ' && found.length === 0) giveUp(' ')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={list} className={styles.menu} data-keeps-editor>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={t('mention')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-names`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
        autoComplete="off"
        value={typed}
        placeholder={t('mention')}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={key}
      />
      {found.length === 0 ? <div className={styles.label}>{common('nothingFound')}</div> : null}
      <div role="listbox" id={`${id}-names`} aria-label={t('mention')}>
        {found.map((name) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers to the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and names the active option
          <div
            key={name.id}
            id={`${id}-${name.id}`}
            role="option"
            aria-selected={name === chosen}
            className={cx(styles.option, name === chosen && styles.active)}
            onClick={() => put(name.label)}
          >
            <span className={styles.words} dir="auto">
              {name.label}
            </span>
            <span className="micro">{name.hint}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
