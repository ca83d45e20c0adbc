import type { Attribution } from '../../shared/record/index.ts'
import type { Authorship, Delegation } from '../storage/index.ts'

/** Less and less may be said of who wrote. */
const order: readonly Attribution[] = ['named', 'delegationType', 'none']

/** Whether the one rule forbids what the other allowed. */
export function isTighter(after: Attribution, before: Attribution): boolean {
  return order.indexOf(after) > order.indexOf(before)
}

/** What of an author is stored under a rule; null for nothing at all (DECIDED 14). */
export function keptAuthor(
  attribution: Attribution,
  delegation: Delegation | null,
): Pick<Authorship, 'delegationId' | 'delegationType'> | null {
  if (attribution === 'none') return null
  return { delegationId: attribution === 'named' ? (delegation?.id ?? null) : null, delegationType: delegation?.type ?? null }
}
