import { foldLetters } from './foldWord.ts'
import { type FilterName, searchParts } from './types.ts'

const closedLists: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  part: searchParts,
  standing: ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'],
  status: ['open', 'inProgress', 'done', 'dropped'],
  phase: ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'],
}
const date = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** What a filter's value means: the names it stands for, or null when it says nothing that the filter knows. */
export function filterValues(name: FilterName, typed: string): readonly string[] | null {
  const closed = closedLists[name]
  if (closed !== undefined) {
    const wanted = plainName(typed)
    const exact = closed.filter((value) => plainName(value) === wanted)
    // While it is being typed, a beginning stands for all that begin so.
    const found = exact.length > 0 || wanted === '' ? exact : closed.filter((value) => plainName(value).startsWith(wanted))
    return found.length > 0 ? found : null
  }
  if (name === 'from' || name === 'to') {
    const digits = foldLetters(typed)
    return date.test(digits) ? [digits] : null
  }
  return typed.trim() === '' ? null : [typed.trim()]
}

/** `noAgreement`, `no-agreement` and "No agreement" are one name; `outcomes` is `outcome`. */
function plainName(text: string): string {
  return foldLetters(text)
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '')
}
