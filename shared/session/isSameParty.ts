import type { Party } from '../record/index.ts'

/** Whether two name the same delegation, or the same words. */
export function isSameParty(a: Party, b: Party): boolean {
  if ('delegation' in a) return 'delegation' in b && a.delegation === b.delegation
  return 'words' in b && a.words === b.words
}
