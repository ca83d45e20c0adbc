import { diffArrays } from 'diff'
import type { ItemId } from '../../base/index.ts'
import { canonicalJson } from '../paper/canonicalJson.ts'
import type { RecordLists } from '../recordDocumentFrom.ts'
import type { ItemView } from '../types.ts'
import type { CopiedPart, CopyDifference } from './CopiedPart.ts'
import { copiedParts, noteLines } from './copiedParts.ts'

/**
 * What differs between a record and a copy of it, part by part in the copy's order, each item with its notes behind it. Says nothing of
 * who is right: a copy may be from before or from after what the record says.
 */
export function compareCopy(record: RecordLists, copy: RecordLists): readonly CopyDifference[] {
  const now = copiedParts(record)
  const then = copiedParts(copy)
  const items = new Map(record.items.map((item) => [item.id, item]))
  const found: CopyDifference[] = []
  for (const [key, part] of then) {
    const here = now.get(key) ?? null
    const difference = entryDifference(key, part, here)
    if (difference !== null) found.push(difference)
    if (part.kind !== 'item' || here === null) continue
    found.push(...noteDifferences(part.id, items.get(part.id), copy.items))
  }
  for (const [key, part] of now) {
    if (!then.has(key) && !isRemoved(part)) found.push({ key, what: 'missing', part: withoutNotes(part), now: part, fields: [] })
  }
  return found
}

function entryDifference(key: string, part: CopiedPart, here: CopiedPart | null): CopyDifference | null {
  if (here === null) {
    // What was made and taken away again within the lost time is lost to nobody.
    return isRemoved(part) ? null : { key, what: 'new', part, now: null, fields: [] }
  }
  const fields = differing(part, here)
  if (fields.length === 0 || (isRemoved(part) && isRemoved(here))) return null
  return { key, what: 'changed', part: withoutNotes(part), now: withoutNotes(here), fields }
}

/** Where something stands and how it is set is not what it says. */
const unspoken: ReadonlySet<string> = new Set(['kind', 'id', 'item', 'notes'])

function differing(part: CopiedPart, here: CopiedPart): readonly string[] {
  const before = new Map<string, unknown>(Object.entries(here))
  return Object.entries(part).flatMap(([field, value]) => {
    if (unspoken.has(field)) return []
    const same = field === 'words' ? squeezed(value) === squeezed(before.get(field)) : sameValue(value, before.get(field))
    return same ? [] : [field]
  })
}

function sameValue(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

function squeezed(words: unknown): string {
  return String(words ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function noteDifferences(item: ItemId, here: ItemView | undefined, copied: readonly ItemView[]): readonly CopyDifference[] {
  const there = copied.find((one) => one.id === item)
  if (here === undefined || there === undefined || there.removed) return []
  const key = `note:${item}`
  const note = (words: string): CopiedPart => ({ kind: 'note', item, words })
  const found: CopyDifference[] = []
  let gone: string[] = []
  const tellGone = () => {
    for (const words of gone) found.push({ key, what: 'missing', part: note(words), now: note(words), fields: [] })
    gone = []
  }
  for (const { added, removed, value } of changesOf(noteLines(here.notes), noteLines(there.notes))) {
    if (removed) gone.push(...value)
    else if (added) {
      for (const words of value) {
        const at = gone.findIndex((line) => isLike(line, words))
        if (at === -1) found.push({ key, what: 'new', part: note(words), now: null, fields: [] })
        else found.push({ key, what: 'changed', part: note(words), now: note(gone[at] ?? ''), fields: ['words'] })
        if (at !== -1) gone.splice(at, 1)
      }
      tellGone()
    } else tellGone()
  }
  tellGone()
  return found
}

interface LineChange {
  readonly added: boolean
  readonly removed: boolean
  readonly value: readonly string[]
}

/** Comparing costs the square of what differs: where all of it does, lines are only looked for. */
const maxEditLength = 500

function changesOf(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const changes = diffArrays([...before], [...after], { maxEditLength })
  if (changes !== undefined) return changes
  const known = new Set(before)
  const kept = new Set(after)
  return [
    { added: false, removed: true, value: before.filter((line) => !kept.has(line)) },
    { added: false, removed: false, value: [] },
    { added: true, removed: false, value: after.filter((line) => !known.has(line)) },
  ]
}

/** Whether two lines are one line at two times: one goes on where the other ends, or half of their words are the same. */
function isLike(one: string, other: string): boolean {
  if (one.startsWith(other) || other.startsWith(one)) return true
  const words = new Set(one.split(/\s+/))
  const others = other.split(/\s+/)
  const common = others.filter((word) => words.has(word)).length
  return common * 2 >= Math.max(words.size, others.length)
}

function isRemoved(part: CopiedPart): boolean {
  return part.kind !== 'note' && part.removed
}

function withoutNotes(part: CopiedPart): CopiedPart {
  return part.kind === 'item' ? { ...part, notes: null } : part
}
