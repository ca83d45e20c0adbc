/** One thing that a key does on the page of a report. The list of keys is made from this table, too. */
export interface ReportKey {
  readonly word: 'next' | 'previous' | 'write' | 'move' | 'add' | 'refresh' | 'remove' | 'undo' | 'help'
  /** As on the caps; never translated. */
  readonly caps: readonly string[]
  /** Strokes that it answers to. */
  readonly keys: readonly string[]
  /** A character alone: can be switched off (WCAG 2.1.4). */
  readonly isSingle?: true
  /** Only for those who write. */
  readonly isEdit?: true
}

export const reportKeys: readonly ReportKey[] = [
  { word: 'next', caps: ['J'], keys: ['j'], isSingle: true },
  { word: 'previous', caps: ['K'], keys: ['k'], isSingle: true },
  { word: 'write', caps: ['E'], keys: ['e'], isSingle: true, isEdit: true },
  { word: 'move', caps: ['Alt', '↑', '↓'], keys: ['alt+ArrowUp', 'alt+ArrowDown'], isEdit: true },
  { word: 'add', caps: ['N'], keys: ['n'], isSingle: true, isEdit: true },
  { word: 'refresh', caps: ['U'], keys: ['u'], isSingle: true, isEdit: true },
  { word: 'remove', caps: ['X'], keys: ['x'], isSingle: true, isEdit: true },
  { word: 'undo', caps: ['Ctrl', 'Z'], keys: ['ctrl+z', 'ctrl+shift+z', 'ctrl+y'], isEdit: true },
  { word: 'help', caps: ['?'], keys: ['?'], isSingle: true },
]
