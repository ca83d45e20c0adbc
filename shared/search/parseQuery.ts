import { ok, type Result, refuse } from '../base/index.ts'
import { filterValues } from './filterValues.ts'
import { termsOf } from './termsOf.ts'
import { type FilterName, filterNames, type SearchFilter, type SearchQuery, type SearchTerm } from './types.ts'

/** Longer than this is no question any more. */
export const maxQueryLetters = 300
const maxTerms = 16
const maxFilters = 24

/** A piece of what was typed: `-name:"value"*`, each part but the value optional. */
interface Piece {
  readonly isExcluded: boolean
  readonly name: string | null
  readonly value: string
  readonly isQuoted: boolean
  readonly hasStar: boolean
  /** Nothing stands behind it, so it may not be typed to its end. */
  readonly isLast: boolean
}

/**
 * Understands what was typed: words, "phrases", `word*`, `-not` and `filter:value`. The last word may be a beginning unless a
 * space follows it. A filter that nobody knows is taken as words. Reads once from left to right, so length alone is the cost.
 */
export function parseQuery(typed: string): Result<SearchQuery> {
  if (typed.length > maxQueryLetters) return refuse('invalid', `A search has at most ${maxQueryLetters} letters.`)
  const terms: SearchTerm[] = []
  const unwanted: SearchTerm[] = []
  const filters = new Map<string, SearchFilter>()
  for (const piece of piecesOf(usualSigns(typed))) {
    const filter = filterOf(piece)
    if (filter !== null) {
      const key = `${filter.name} ${filter.isExcluded}`
      const values = [...new Set([...(filters.get(key)?.values ?? []), ...filter.values])]
      filters.set(key, { ...filter, values })
      continue
    }
    const { value, isQuoted, hasStar, isLast, isExcluded, name } = piece
    const words = name === null ? value : `${name} ${value}`
    const isPrefix = hasStar || (isLast && !isQuoted)
    const list = isExcluded ? unwanted : terms
    list.push(...termsOf(words, { isPhrase: isQuoted, isPrefix }))
  }
  const valueCount = [...filters.values()].reduce((sum, { values }) => sum + values.length, 0)
  if (terms.length + unwanted.length > maxTerms || valueCount > maxFilters) {
    return refuse('invalid', `A search has at most ${maxTerms} words and ${maxFilters} filters.`)
  }
  return ok({ terms, unwanted, filters: [...filters.values()] })
}

function filterOf({ name, value, isExcluded }: Piece): SearchFilter | null {
  const known = filterNames.find((one) => one === name?.toLowerCase())
  if (known === undefined) return null
  const values = filterValues(known, value)
  return values === null ? null : { name: known satisfies FilterName, values, isExcluded }
}

/** Quotation marks, colons and dashes as other keyboards have them, letter for letter. */
function usualSigns(typed: string): string {
  return typed
    .replace(/[“”„«»＂「」]/g, '"')
    .replace(/：/g, ':')
    .replace(/＊/g, '*')
    .replace(/[－−]/g, '-')
}

function* piecesOf(typed: string): Generator<Piece> {
  let at = 0
  while (at < typed.length) {
    if (isSpace(typed[at])) {
      at += 1
      continue
    }
    const isExcluded = typed[at] === '-' && at + 1 < typed.length && !isSpace(typed[at + 1])
    if (isExcluded) at += 1
    const nameEnd = endOfName(typed, at)
    const name = nameEnd === null ? null : typed.slice(at, nameEnd)
    if (nameEnd !== null) at = nameEnd + 1
    const isQuoted = typed[at] === '"'
    if (isQuoted) at += 1
    let end = at
    while (end < typed.length && (isQuoted ? typed[end] !== '"' : !isSpace(typed[end]) && typed[end] !== '"')) end += 1
    // A phrase whose second mark is still to come ends where the typing does.
    const isOpen = isQuoted && end === typed.length
    let value = typed.slice(at, end)
    at = isQuoted ? end + 1 : end
    let hasStar = value.endsWith('*')
    if (hasStar) value = value.replace(/\*+$/, '')
    if (isQuoted && typed[at] === '*') {
      hasStar = true
      at += 1
    }
    yield { isExcluded, name, value, isQuoted, hasStar: hasStar || isOpen, isLast: at >= typed.length }
  }
}

/** Where the name of a filter ends that begins here, or null when it is a plain word. */
function endOfName(typed: string, from: number): number | null {
  let at = from
  while (at < typed.length && at - from <= 12 && /[A-Za-z]/.test(typed[at] ?? '')) at += 1
  return at > from && typed[at] === ':' && at + 1 < typed.length && !isSpace(typed[at + 1]) ? at : null
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && /\s/.test(letter)
}
