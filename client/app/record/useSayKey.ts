import { useEffect, useRef } from 'react'
import { anchorOf } from '../../features/record/index.ts'
import { isMac } from '../live/isMac.ts'
import { placeOf } from '../live/placeOf.ts'
import { areSingleKeysOn } from '../live/singleKeys.ts'
import { strokeOf } from '../live/strokeOf.ts'

interface Cited {
  readonly kind: string
  readonly key: string
  readonly number: string
}

export interface SayKey {
  /** What one can say something on; null: nobody can here, and the key does nothing. */
  readonly parts: readonly Cited[] | null
  /** The key of the part that is meant; null: none is. */
  readonly onSay: (part: string | null) => void
  /** The list of keys is asked for. */
  readonly onKeys: () => void
}

/** `C` says something on the paragraph that has the focus, or on the one that was last gone to; `?` lists the keys. Outside text only. */
export function useSayKey(given: SayKey): void {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const { parts, onSay, onKeys } = latest.current
      if (parts === null || event.defaultPrevented || event.repeat || placeOf(event.target) !== 'page') return
      // Menus and dialogs hold the focus in themselves, and a question over the page has its own keys. (A toast is no such thing.)
      if (document.querySelector('[role=dialog], [role=menu]') !== null) return
      if (!areSingleKeysOn(window.localStorage)) return
      const stroke = strokeOf(event, isMac())
      if (stroke !== 'c' && stroke !== '?') return
      event.preventDefault()
      if (stroke === '?') onKeys()
      else onSay(partAt(document.activeElement, parts) ?? partAt(document.querySelector('[data-linked]'), parts))
    }
    window.addEventListener('keydown', answer)
    return () => window.removeEventListener('keydown', answer)
  }, [])
}

/** The part in whose paragraph or row an element stands. */
function partAt(element: Element | null, parts: readonly Cited[]): string | null {
  // Items are numbered by themselves: item 2 is not paragraph 2, and has no such place on the page.
  const cited = parts.filter((part) => part.kind !== 'item')
  const ids = new Map(cited.map((part) => [anchorOf(part.number), part.key]))
  for (let one = element; one !== null; one = one.parentElement) {
    const key = ids.get(one.id)
    if (key !== undefined) return key
  }
  return null
}
