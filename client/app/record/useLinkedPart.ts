import { useEffect, useRef } from 'react'
import type { ShownPaper } from '../../features/record/index.ts'

/**
 * Goes to the paragraph that the address names. The browser does so by itself only for what stands there when the page comes, and the
 * paper comes later; once it is there, where one reads is left to the reader.
 */
export function useLinkedPart(paper: ShownPaper): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || paper.parts.length === 0) return
    isDone.current = true
    const id = decodeURIComponent(window.location.hash.slice(1))
    if (id === '' || document.getElementById(id) === null) return
    // Set anew, so that the browser marks the paragraph as the target, too.
    const { pathname, search, hash } = window.location
    window.history.replaceState(window.history.state, '', `${pathname}${search}`)
    window.location.replace(hash)
  }, [paper])
}
