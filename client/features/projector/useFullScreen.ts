import { useSyncExternalStore } from 'react'

/** Whether the page fills the screen, and the way to change it; null where the browser cannot. */
export function useFullScreen(): { readonly isFull: boolean; readonly change: (() => void) | null } {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null)
  return { isFull, change: document.fullscreenEnabled ? change : null }
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}

function change(): void {
  const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()
  // The machine may forbid it; the page is then as large as it was.
  done.catch(() => undefined)
}
