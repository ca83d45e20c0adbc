import { useEffect, useRef, useState } from 'react'
import type { ShownPaper } from '../../features/record/index.ts'

/**
 * Goes to the part that the address names, by its number (`#p7`) or by its id, and marks it. The browser does so by itself only for what
 * stands there when the page comes, and forgets it when the paper is drawn anew; the paper comes later, and its views after it. Once it
 * is there, where one reads is left to the reader. True: there is no such part.
 */
export function useLinkedPart(paper: ShownPaper): boolean {
  const isDone = useRef(false)
  const marked = useRef<Element | null>(null)
  const [isMissing, setMissing] = useState(false)
  // After each drawing: another view of the record has other elements for the same parts.
  useEffect(() => {
    if (paper.parts.length === 0) return
    const id = namedIn(window.location.hash)
    const element = id === '' ? null : document.getElementById(id)
    markOnly(marked, element)
    if (isDone.current) return
    isDone.current = true
    if (id === '') return
    setMissing(element === null)
    if (element === null) return
    // Set anew, so that the browser goes there, and takes it as the place from which the next tab key leads on.
    const { pathname, search, hash } = window.location
    window.history.replaceState(window.history.state, '', `${pathname}${search}`)
    window.location.replace(hash)
  })
  useEffect(() => {
    const look = () => {
      const id = namedIn(window.location.hash)
      const element = id === '' ? null : document.getElementById(id)
      markOnly(marked, element)
      setMissing(id !== '' && element === null)
    }
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return isMissing
}

function markOnly(marked: { current: Element | null }, element: Element | null): void {
  const place = element === null ? null : placeOf(element)
  if (place === marked.current) return
  marked.current?.removeAttribute('data-linked')
  place?.setAttribute('data-linked', '')
  marked.current = place
}

/** What is marked: the paragraph, row or heading in which an anchor stands; a heading that is a place by itself is only gone to. */
function placeOf(element: Element): Element | null {
  if (element instanceof HTMLHeadingElement) return null
  return element.closest('tr') ?? (element instanceof HTMLSpanElement ? element.parentElement : element)
}

function namedIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    // Somebody cut the address short: it names nothing.
    return ''
  }
}
