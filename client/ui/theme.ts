/** What was chosen on this device; `system` follows the device. */
export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'rapporteur.theme'

/** The theme kept on this device. */
export function keptTheme(storage: Pick<Storage, 'getItem'>): Theme {
  try {
    const kept = storage.getItem(storageKey)
    return themes.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme and keeps the choice; where nothing can be stored it holds for this page. */
export function applyTheme(theme: Theme, root: HTMLElement, storage: Pick<Storage, 'setItem'>): void {
  root.dataset.theme = theme
  root.dispatchEvent(new CustomEvent(themeChanged))
  try {
    storage.setItem(storageKey, theme)
  } catch {
    // Storage may be full or switched off.
  }
}

/** Told on `<html>` when the theme changes. */
export const themeChanged = 'rapporteur:theme'

/** Whether the page is dark now, whatever the reason. */
export function isDark(root: HTMLElement): boolean {
  const theme = root.dataset.theme
  if (theme === 'dark') return true
  if (theme === 'light') return false
  return window.matchMedia('(prefers-color-scheme: dark)').matches
}
