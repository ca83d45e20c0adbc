import { sessionMark } from '../sync/index.ts'

/**
 * A browser keeps pages that were left as they stood, for the way back. Where somebody has signed out since, or somebody else has come
 * in, such a page is not theirs to see any more: it is emptied before it is drawn, and loaded afresh (W10).
 */
export function forgetOnReturn(page: Window, storage: Storage | null): void {
  let left: string | null = null
  page.addEventListener('pagehide', () => {
    left = sessionMark(storage)
  })
  page.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || sessionMark(storage) === left) return
    page.document.body.replaceChildren()
    page.location.reload()
  })
}
