import { diffArrays } from 'diff'
import { canonicalJson } from './canonicalJson.ts'
import type { Part, RecordPaper } from './Paper.ts'
import { partText } from './paperOf.ts'
import { wordsOf } from './wordsOf.ts'

/** A stretch of words that both versions have, or only the later, or only the earlier. */
export interface WordChange {
  readonly what: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What became of one part between two versions. `fields` names what else of it differs: lead, due, standing … */
export interface PartChange {
  readonly key: string
  readonly kind: Part['kind']
  readonly what: 'same' | 'changed' | 'added' | 'removed'
  readonly before: Part | null
  readonly after: Part | null
  /** The words of both, where there are words. */
  readonly words: readonly WordChange[]
  readonly fields: readonly string[]
}

/** Two versions side by side, part by part, in the reading order of the later one; what is gone stands where it stood. */
export function comparePapers(before: RecordPaper, after: RecordPaper): readonly PartChange[] {
  const earlier = new Map(before.parts.map((part) => [part.key, part]))
  const later = new Map(after.parts.map((part) => [part.key, part]))
  const gone = new Map<string | null, Part[]>()
  let anchor: string | null = null
  for (const part of before.parts) {
    if (later.has(part.key)) anchor = part.key
    else gone.set(anchor, [...(gone.get(anchor) ?? []), part])
  }
  const removedAfter = (key: string | null) => (gone.get(key) ?? []).map((part) => changeOf(part, null))
  return [
    ...removedAfter(null),
    ...after.parts.flatMap((part) => [changeOf(earlier.get(part.key) ?? null, part), ...removedAfter(part.key)]),
  ]
}

/** The words of two texts, word by word. */
export function compareWords(before: string, after: string): readonly WordChange[] {
  return diffArrays([...wordsOf(before)], [...wordsOf(after)]).map(({ added, removed, value }) => ({
    what: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  }))
}

function changeOf(before: Part | null, after: Part | null): PartChange {
  const part = after ?? before
  if (part === null) throw new Error('A change has a part before or after')
  const texts = { before: before === null ? '' : partText(before), after: after === null ? '' : partText(after) }
  const words = texts.before === '' && texts.after === '' ? [] : compareWords(texts.before, texts.after)
  const fields = before === null || after === null ? [] : differingFields(before, after)
  const isSame = before !== null && after !== null && fields.length === 0 && texts.before === texts.after
  const what = before === null ? 'added' : after === null ? 'removed' : isSame ? 'same' : 'changed'
  return { key: part.key, kind: part.kind, what, before, after, words, fields }
}

/** Words are compared as words; where the part stands is not a change of what it says. */
const unspoken: ReadonlySet<string> = new Set(['key', 'kind', 'number', 'label'])

function differingFields(before: Part, after: Part): readonly string[] {
  const earlier = new Map<string, unknown>(Object.entries(before))
  const names = Object.entries(after).flatMap(([field, value]) =>
    unspoken.has(field) || canonicalJson(earlier.get(field) ?? null) === canonicalJson(value ?? null) ? [] : [field],
  )
  return partText(before) === partText(after) ? names : names.filter((name) => !wordy.has(name))
}

const wordy: ReadonlySet<string> = new Set(['title', 'text', 'block', 'task', 'what', 'verb', 'word', 'actor', 'note'])
