import type { Part, RecordPaper } from './Paper.ts'
import { pairNotes } from './pairNotes.ts'

/** Makes the key of a note that no earlier version had: `note:<item>:<something new>`. */
export type NewNoteKey = (item: string) => string

/**
 * Lays a paper beside the version before: what was there keeps its key and its number, what came in between is "7 bis",
 * what came at the end goes on counting. Numbers are never given twice (PRODUCT, GLOSSARY: they are what people cite).
 */
export function settle(paper: RecordPaper, before: RecordPaper, newNoteKey: NewNoteKey): RecordPaper {
  const keyed = keepNoteKeys(paper, before, newNoteKey).parts
  const known = new Map(before.parts.map((part) => [part.key, part]))
  const series = new Map<string, Series>()
  for (const spent of before.spent) {
    const [name, number] = split(spent)
    seriesOf(series, name).take(number)
  }
  for (const part of before.parts) seriesOf(series, seriesName(part)).take(part.number)
  const lastKnown = new Map<string, number>()
  keyed.forEach((part, index) => {
    if (known.has(part.key) && part.number !== null) lastKnown.set(seriesName(part), index)
  })
  const parts = keyed.map((part, index): Part => {
    if (part.number === null) return part
    const line = seriesOf(series, seriesName(part))
    const earlier = known.get(part.key)
    if (earlier?.number !== undefined && earlier.number !== null) return line.keep(part, earlier)
    const isAtEnd = index > (lastKnown.get(seriesName(part)) ?? -1)
    return line.give(part, isAtEnd)
  })
  const kept = new Set(parts.map((part) => part.key))
  const gone = before.parts.filter((part) => part.number !== null && !kept.has(part.key))
  return { ...paper, parts, spent: [...before.spent, ...gone.map((part) => `${seriesName(part)} ${part.number}`)] }
}

/** The paper with each note under the key it had before. Notes have no id of their own: they are the same when they say much the same in the same place. */
export function keepNoteKeys(paper: RecordPaper, before: RecordPaper | null, newNoteKey: NewNoteKey): RecordPaper {
  const keys = pairNotes(before?.parts ?? [], paper.parts)
  const parts = paper.parts.map((part) =>
    part.kind === 'note' ? { ...part, key: keys.get(part.key) ?? newNoteKey(part.item ?? '') } : part,
  )
  return { ...paper, parts }
}

const latin = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies']

/** One run of numbers: paragraphs; actions; items of one level. Remembers what was given and what came last. */
class Series {
  readonly #taken = new Set<string>()
  #highest = 0
  #previous: string | null = null
  #previousLabel: string | null = null

  constructor(private readonly lead: string) {}

  /** A number of an earlier version is gone for good, even when its part is. */
  take(number: string | null): void {
    if (number === null) return
    this.#taken.add(number)
    this.#highest = Math.max(this.#highest, Number.parseInt(number.slice(this.lead.length), 10) || 0)
  }

  keep(part: Part, earlier: Part): Part {
    this.#previous = earlier.number
    if (part.kind === 'outcome' && earlier.kind === 'outcome') {
      this.#previousLabel = earlier.label
      return { ...part, number: earlier.number, label: earlier.label }
    }
    return { ...part, number: earlier.number }
  }

  give(part: Part, isAtEnd: boolean): Part {
    const number = isAtEnd ? this.#next() : this.#between(this.#previous)
    this.take(number)
    this.#previous = number
    if (part.kind !== 'outcome') return { ...part, number }
    // The label under the item follows what stands before it there; the number is what is cited.
    const label = part.label !== null && part.label === this.#previousLabel ? `${part.label} bis` : part.label
    this.#previousLabel = label
    return { ...part, number, label }
  }

  #next(): string {
    return `${this.lead}${this.#highest + 1}`
  }

  #between(previous: string | null): string {
    const stem = previous === null ? null : (previous.split(' ')[0] ?? previous)
    const names = stem === null ? latin.map((word) => `${this.lead}0 ${word}`) : latin.map((word) => `${stem} ${word}`)
    return names.find((name) => !this.#taken.has(name)) ?? `${stem ?? `${this.lead}0`} (${this.#taken.size})`
  }
}

/** The series of everything that is cited as a paragraph. */
export const paragraphSeries = 'paragraph'

/** Which series of numbers a part is in: `paragraph`, `A`, `item` for the agenda's first level, `item/4.` for the parts of item 4. */
export function seriesName(part: Part): string {
  if (part.kind === 'action') return 'A'
  if (part.kind !== 'item') return paragraphSeries
  const dot = part.number?.lastIndexOf('.') ?? -1
  return dot === -1 ? 'item' : `item/${part.number?.slice(0, dot + 1) ?? ''}`
}

/** A spent number as it is written down: the series, then the number, which may have a space of its own. */
function split(spent: string): readonly [string, string] {
  const at = spent.indexOf(' ')
  return [spent.slice(0, at), spent.slice(at + 1)]
}

function seriesOf(all: Map<string, Series>, name: string): Series {
  const known = all.get(name)
  if (known !== undefined) return known
  const made = new Series(name === 'A' ? 'A' : name.startsWith('item/') ? name.slice('item/'.length) : '')
  all.set(name, made)
  return made
}
