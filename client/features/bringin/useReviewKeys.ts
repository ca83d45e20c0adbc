import { useEffect, useRef } from 'react'
import { type ReviewKey, reviewKeys } from './reviewKeys.ts'

export type ReviewActions = Readonly<Record<ReviewKey['word'], () => void>>

/** The keys of the page: outside fields, menus and dialogs, and only while single letters are switched on. */
export function useReviewKeys(actions: ReviewActions, areOn: boolean): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!areOn) return
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        isElsewhere(event.target)
      )
        return
      const line = reviewKeys.find(({ key }) => key === keyOf(event))
      if (line === undefined) return
      event.preventDefault()
      latest.current[line.word]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [areOn])
}

/** Letters by their place where the keyboard has no Latin ones. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (key === '?' || key === '؟') return '?'
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  return letter !== undefined && /^[^\p{Script=Latin}\p{Script=Common}]/u.test(key) ? letter.toLowerCase() : key
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const own = '[role=menu], [role=listbox], [role=dialog], [role=alertdialog], input, textarea, select, [contenteditable=true]'
  return target.closest(own) !== null
}
