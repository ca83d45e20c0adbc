/** What of a key event tells which key was meant. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'> & {
  readonly keyCode?: number
}

/**
 * A key press as one word of the table: `f`, `shift+f`, `ctrl+k`, `alt+ArrowUp`, `?`. Null for what is none: a modifier alone,
 * a dead key, a key that belongs to an input method.
 */
export function strokeOf(event: KeyPress, isMac: boolean): string | null {
  // 229 is what browsers report for keys that an input method has taken, some of them without saying that it composes.
  if (event.isComposing || event.keyCode === 229) return null
  const [command, stranger] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey]
  if (stranger) return null
  const key = meant(event)
  if (key === null) return null
  // A sign such as "?" needs the shift key on one keyboard and not on another; a letter or a named key is another with it.
  const hasShift = event.shiftKey && (key.length > 1 || /^[a-z0-9]$/.test(key))
  return `${command ? 'ctrl+' : ''}${event.altKey ? 'alt+' : ''}${hasShift ? 'shift+' : ''}${key}`
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'Dead', 'Process', 'Unidentified'])

function meant({ key, code, shiftKey }: KeyPress): string | null {
  if (modifiers.has(key)) return null
  if (/^[A-Z][A-Za-z0-9]+$/.test(key)) return key
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  // An Arabic question mark asks the same question.
  if (key === '?' || key === '؟') return '?'
  // Keyboards whose letters are not Latin, and rows whose digits need the shift key: by the place of the key.
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && /^[^\p{Script=Latin}\p{Script=Common}]/u.test(key)) return letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  return digit !== undefined && !shiftKey ? digit : key
}
