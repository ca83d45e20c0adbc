import type { DelegationId } from '../../base/index.ts'
import type { Party } from '../../record/index.ts'

/** Whether this delegation leads the action or is a partner in it. */
export function takesPart(
  delegation: DelegationId | null,
  { lead, partners }: { readonly lead: Party | null; readonly partners: readonly Party[] },
): boolean {
  if (delegation === null) return false
  return [lead, ...partners].some((party) => party !== null && 'delegation' in party && party.delegation === delegation)
}
