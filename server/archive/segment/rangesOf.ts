import type { TermPlace } from '../../../shared/search/index.ts'

/** Stretches of a segment's words, `[from, to)` one after the other; first those that are exactly the word that was asked for. */
export interface Ranges {
  readonly bounds: Uint32Array
  readonly exactCount: number
}

/** Where the words of a place stand among all words. */
export function rangesOf(terms: readonly string[], { forms, isPrefix }: TermPlace): Ranges {
  const exact: number[] = []
  const beginnings: number[] = []
  for (const form of forms) {
    const from = lowerBound(terms, form)
    const isThere = terms[from] === form
    if (isThere) exact.push(from, from + 1)
    if (!isPrefix) continue
    const to = lowerBound(terms, `${form}\uffff`)
    const behind = isThere ? from + 1 : from
    if (to > behind) beginnings.push(behind, to)
  }
  return { bounds: Uint32Array.from([...exact, ...beginnings]), exactCount: exact.length / 2 }
}

/** Whether the word lies in one of the stretches. */
export function isIn(token: number, { bounds }: Ranges): boolean {
  for (let at = 0; at < bounds.length; at += 2) if (token >= (bounds[at] ?? 0) && token < (bounds[at + 1] ?? 0)) return true
  return false
}

function lowerBound(terms: readonly string[], text: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
