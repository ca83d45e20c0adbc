import { compareWords, type Part, partText, plainText } from '../../../shared/record/index.ts'
import type { AsideText } from '../../sync/index.ts'
import { readPlace } from './readPlace.ts'

/** The paragraph that late words would change, and what it would then say. */
export interface FoundCorrection {
  /** The key of the part. */
  readonly part: string
  readonly suggestion: string
}

/** Two texts with this share of common letters are one text that was changed. */
const alike = 0.5

/** Finds what late words meant to change in the text that is out; null when it cannot be told: then their author chooses. */
export function correctionOf({ path, whole }: AsideText, parts: readonly Part[]): FoundCorrection | null {
  const place = readPlace(path)
  if (place === null) return null
  if (place.root === 'items' && place.field === 'notes') return inNotes(place.id, whole, parts)
  const key =
    place.root === 'outcomes' && place.field === 'qualifiers'
      ? `qualifier:${place.qualifier}`
      : `${place.root.slice(0, -1)}:${place.id}`
  const part = parts.find((one) => one.key === key)
  if (part === undefined) return null
  const before = partText(part)
  // What stands before the words, such as the verb, is chosen and not written.
  const lead = before.slice(0, before.length - wordsIn(part).length)
  return worth(part, `${lead}${whole}`)
}

/** Notes came as a whole: the line that is much like a note and yet another is meant. */
function inNotes(item: string, whole: string, parts: readonly Part[]): FoundCorrection | null {
  const notes = parts.filter((part) => part.kind === 'note' && part.item === item)
  const standing = new Set(notes.map(partText))
  const changed = whole.split('\n').filter((line) => line.trim() !== '' && !standing.has(line))
  const kept = new Set(whole.split('\n'))
  const open = notes.filter((note) => !kept.has(partText(note)))
  const pairs = changed.flatMap((line) => open.map((note) => ({ line, note, share: likeness(partText(note), line) })))
  const best = pairs.toSorted((a, b) => b.share - a.share)[0]
  return best === undefined || best.share < alike ? null : worth(best.note, best.line)
}

function worth(part: Part, suggestion: string): FoundCorrection | null {
  return suggestion.trim() === partText(part).trim() ? null : { part: part.key, suggestion }
}

function wordsIn(part: Part): string {
  switch (part.kind) {
    case 'item':
      return plainText(part.title)
    case 'outcome':
    case 'qualifier':
      return plainText(part.text)
    default:
      return partText(part)
  }
}

function likeness(a: string, b: string): number {
  const same = compareWords(a, b).reduce((sum, { what, text }) => sum + (what === 'same' ? text.length : 0), 0)
  return (2 * same) / Math.max(1, a.length + b.length)
}
