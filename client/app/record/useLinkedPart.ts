import { useEffect, useRef, useState } from 'react'
import type { ShownPaper } from '../../features/record/index.ts'

/**
 * Goes to the part that the address names, by its number (`#p7`) or by its id. The browser does so by itself only for what stands there
 * when the page comes, and the paper comes later; once it is there, where one reads is left to the reader. True: there is no such part.
 */
export function useLinkedPart(paper: ShownPaper): boolean {
  const isDone = useRef(false)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (isDone.current || paper.parts.length === 0) return
    isDone.current = true
    const id = namedIn(window.location.hash)
    if (id === '') return
    if (document.getElementById(id) === null) {
      setMissing(true)
      return
    }
    // Set anew, so that the browser marks the paragraph as the target, too.
    const { pathname, search, hash } = window.location
    window.history.replaceState(window.history.state, '', `${pathname}${search}`)
    window.location.replace(hash)
  }, [paper])
  useEffect(() => {
    const look = () => setMissing(document.getElementById(namedIn(window.location.hash)) === null && window.location.hash !== '')
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return isMissing
}

function namedIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    // Somebody cut the address short: it names nothing.
    return ''
  }
}
