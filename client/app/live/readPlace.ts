import { parseTextPath, type TextPath } from '../../../shared/record/index.ts'

/** The text that stands for an entry, where a place names no text of it. */
const mainField: Readonly<Record<string, string>> = { items: 'title', outcomes: 'text', actions: 'task', targets: 'what' }

/** Reads where words were meant for: a text, or the entry that is all that is known. */
export function readPlace(word: string): TextPath | null {
  const [root = '', id = ''] = word.split('/')
  return parseTextPath(word) ?? parseTextPath(`${root}/${id}/${mainField[root] ?? ''}`)
}
