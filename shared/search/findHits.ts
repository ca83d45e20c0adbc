import type { SearchTerm, TermPlace } from './types.ts'
import { type Word, wordsOf } from './wordsOf.ts'

/** A stretch of a text that answers a search (UTF-16, end exclusive). */
export interface Hit {
  readonly start: number
  readonly end: number
  /** Which of the terms. */
  readonly term: number
}

/** Where in a text the terms stand, in order and without overlaps. */
export function findHits(text: string, terms: readonly SearchTerm[]): readonly Hit[] {
  if (terms.length === 0) return []
  const words = wordsOf(text)
  const hits: Hit[] = []
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at, terms)
    if (found !== null) hits.push(found.hit)
    at += found?.length ?? 1
  }
  return hits
}

function longestAt(words: readonly Word[], at: number, terms: readonly SearchTerm[]): { hit: Hit; length: number } | null {
  let best: { hit: Hit; length: number } | null = null
  for (const [term, { places }] of terms.entries()) {
    if (places.length <= (best?.length ?? 0)) continue
    const first = words[at]
    const last = words[at + places.length - 1]
    if (first === undefined || last === undefined) continue
    if (!places.every((place, offset) => fits(words[at + offset]?.term ?? '', place))) continue
    best = { hit: { start: first.start, end: last.end, term }, length: places.length }
  }
  return best
}

function fits(term: string, { forms, isPrefix }: TermPlace): boolean {
  return forms.some((form) => (isPrefix ? term.startsWith(form) : term === form))
}
