import { useSyncExternalStore } from 'react'
import { applyTheme, isDark, type Theme, themeChanged } from './theme.ts'

/** Whether the page is dark, and the way to choose a theme. */
export function useTheme(): readonly [boolean, (theme: Theme) => void] {
  const dark = useSyncExternalStore(subscribe, () => isDark(document.documentElement))
  return [dark, (theme) => applyTheme(theme, document.documentElement, window.localStorage)]
}

function subscribe(listener: () => void): () => void {
  const device = window.matchMedia('(prefers-color-scheme: dark)')
  const root = document.documentElement
  device.addEventListener('change', listener)
  root.addEventListener(themeChanged, listener)
  return () => {
    device.removeEventListener('change', listener)
    root.removeEventListener(themeChanged, listener)
  }
}
