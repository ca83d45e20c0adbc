/** One line of the keyboard list. What stands here is what works; the list and the handler are made from the same table. */
export interface KeyLine {
  readonly group: 'anywhere' | 'agenda' | 'recording'
  readonly word:
    | 'list'
    | 'share'
    | 'theme'
    | 'undo'
    | 'escape'
    | 'next'
    | 'open'
    | 'add'
    | 'move'
    | 'notes'
    | 'outcome'
    | 'action'
    | 'insert'
    | 'kind'
    | 'bracket'
  /** As on the caps; never translated. */
  readonly caps: readonly string[]
  /** `event.key` values that this page itself answers to; the others are the editor's or a menu's own. */
  readonly keys: readonly string[]
  readonly alt?: true
  readonly ctrl?: true
  /** A single letter: works outside text only and can be switched off (WCAG 2.1.4). */
  readonly isSingle?: true
}

export const keyTable: readonly KeyLine[] = [
  { group: 'anywhere', word: 'list', caps: ['?'], keys: ['?'], isSingle: true },
  { group: 'anywhere', word: 'share', caps: ['S'], keys: ['s'], isSingle: true },
  { group: 'anywhere', word: 'theme', caps: ['T'], keys: ['t'], isSingle: true },
  { group: 'anywhere', word: 'undo', caps: ['Ctrl', 'Z'], keys: ['z', 'y'], ctrl: true },
  { group: 'anywhere', word: 'escape', caps: ['Esc'], keys: [] },
  { group: 'agenda', word: 'next', caps: ['J', 'K'], keys: ['j', 'k'], isSingle: true },
  { group: 'agenda', word: 'open', caps: ['↵'], keys: [] },
  { group: 'agenda', word: 'add', caps: ['N'], keys: ['n'], isSingle: true },
  { group: 'agenda', word: 'move', caps: ['Alt', '↑', '↓'], keys: ['ArrowUp', 'ArrowDown'], alt: true },
  { group: 'recording', word: 'notes', caps: ['E'], keys: ['e'], isSingle: true },
  { group: 'recording', word: 'outcome', caps: ['O'], keys: ['o'], isSingle: true },
  { group: 'recording', word: 'action', caps: ['A'], keys: ['a'], isSingle: true },
  { group: 'recording', word: 'insert', caps: ['/'], keys: [] },
  { group: 'recording', word: 'kind', caps: ['1', '–', '7'], keys: [] },
  { group: 'recording', word: 'bracket', caps: ['['], keys: [] },
]

/** The line that answers to this key, or null. */
export function lineFor(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  areSinglesOn: boolean,
): KeyLine | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const hasCtrl = event.ctrlKey || event.metaKey
  return (
    keyTable.find(
      (line) =>
        line.keys.includes(key) &&
        (line.alt === true) === event.altKey &&
        (line.ctrl === true) === hasCtrl &&
        (line.isSingle !== true || areSinglesOn),
    ) ?? null
  )
}
