import { diffArrays } from 'diff'
import { plainText } from '../plainText.ts'
import type { Part } from './Paper.ts'
import { wordsOf } from './wordsOf.ts'

/** Two notes with this share of common words are one note that was changed. */
const alike = 0.4

/** Which note of a later paper is which of an earlier one: later key → earlier key. Order decides first, words where the order is broken. */
export function pairNotes(before: readonly Part[], after: readonly Part[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const [item, later] of notesByItem(after)) {
    const earlier = notesByItem(before).get(item) ?? []
    let gone: Note[] = []
    let come: Note[] = []
    let at = 0
    let from = 0
    const close = () => {
      pairAlike(gone, come, pairs)
      gone = []
      come = []
    }
    for (const { added, removed, value } of diffArrays(
      earlier.map((note) => note.text),
      later.map((note) => note.text),
    )) {
      if (removed) gone.push(...earlier.slice(from, from + value.length))
      if (added) come.push(...later.slice(at, at + value.length))
      if (!added && !removed) {
        close()
        value.forEach((_, index) => {
          const [old, now] = [earlier[from + index], later[at + index]]
          if (old !== undefined && now !== undefined) pairs.set(now.key, old.key)
        })
      }
      if (!added) from += value.length
      if (!removed) at += value.length
    }
    close()
  }
  return pairs
}

interface Note {
  readonly key: string
  readonly text: string
}

function notesByItem(parts: readonly Part[]): ReadonlyMap<string, readonly Note[]> {
  const byItem = new Map<string, Note[]>()
  for (const part of parts) {
    if (part.kind !== 'note') continue
    const list = byItem.get(part.item ?? '') ?? []
    list.push({ key: part.key, text: plainText([part.block]) })
    byItem.set(part.item ?? '', list)
  }
  return byItem
}

/** In the order of reading, each with the first that is alike and not yet taken, never crossing an earlier pair. */
function pairAlike(gone: readonly Note[], come: readonly Note[], pairs: Map<string, string>): void {
  let from = 0
  for (const now of come) {
    const found = gone.findIndex((old, index) => index >= from && likeness(old.text, now.text) >= alike)
    const old = gone[found]
    if (old === undefined) continue
    pairs.set(now.key, old.key)
    from = found + 1
  }
}

function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)].map((words) => words.filter((word) => word.trim() !== ''))
  if (first === undefined || second === undefined || first.length + second.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of second) {
    const left = counts.get(word) ?? 0
    if (left > 0) common += 1
    counts.set(word, left - 1)
  }
  return (2 * common) / (first.length + second.length)
}
