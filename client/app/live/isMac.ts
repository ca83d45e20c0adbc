/** Whether this machine calls its command key ⌘. */
export function isMac(): boolean {
  return /^(Mac|iPhone|iPad|iPod)/.test(navigator.platform)
}
