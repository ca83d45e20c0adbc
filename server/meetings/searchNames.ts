import { findHits, foldLetters, type SearchFilter, type SearchTerm, termsOf } from '../../shared/search/index.ts'
import { partyKey } from '../archive/index.ts'
import type { Delegation, GroupFile } from '../storage/index.ts'

/** The delegations that a term names, in these groups: an action led by Thailand is found by "Thailand", whatever its words are. */
export function partiesFor(files: readonly GroupFile[], term: SearchTerm): readonly string[] {
  return delegationsIn(files).flatMap(({ id, name, code }) => {
    const fits = findHits(name, [term]).length > 0 || findHits(code, [term]).length > 0
    return fits ? [partyKey({ delegation: id })] : []
  })
}

/** A filter by delegation or lead, with what its values stand for: an id, a code, or a part of a name. */
export function namedBy(files: readonly GroupFile[], filter: SearchFilter): SearchFilter {
  if (filter.name !== 'delegation' && filter.name !== 'lead') return filter
  const values = filter.values.flatMap((value) => {
    const known = delegationsIn(files).filter((one) => isNamed(one, value))
    return [`w:${value}`, ...known.map(({ id }) => partyKey({ delegation: id }))]
  })
  return { ...filter, values: [...new Set(values)] }
}

/** Whether a name has these words in it; the last of them may be a beginning. */
export function nameFits(name: string, value: string): boolean {
  const terms = termsOf(value, { isPhrase: true, isPrefix: true })
  return terms.length > 0 && findHits(name, terms).length > 0
}

function isNamed({ id, name, code }: Delegation, value: string): boolean {
  return id === value || foldLetters(code) === foldLetters(value) || nameFits(name, value)
}

function delegationsIn(files: readonly GroupFile[]): readonly Delegation[] {
  return files.flatMap(({ delegations }) => delegations)
}
