import type { ActedBy, Party } from '../../record/index.ts'
import type { DelegationFacts } from '../../session/index.ts'
import type { LedgerAuthor } from '../LedgerAuthor.ts'
import type { RowAuthor, RowParty } from './Rows.ts'

/** A moment as registers tell it. `at` in ms since 1970. */
export function momentOf(at: number): string {
  return new Date(at).toISOString()
}

/** A party by its present name; a delegation that is gone has none. */
export function partyIn(delegations: readonly DelegationFacts[], party: Party): RowParty {
  if ('words' in party) return { name: party.words, code: null, delegation: null }
  const found = delegations.find((one) => one.id === party.delegation)
  return { name: found?.name ?? '', code: found?.code ?? null, delegation: party.delegation }
}

/** Who stated a fact, less the person; null where nothing of them is kept. */
export function authorTold({ role, name, delegation, type }: LedgerAuthor): RowAuthor | null {
  if (role === null && name === null && delegation === null && type === null) return null
  const party = delegation === null ? null : { name: delegation.name, code: delegation.code, delegation: delegation.id }
  return { role, name, delegation: party, type }
}

/** The same for whoever acted in a meeting. */
export function actorTold(actor: ActedBy | null): RowAuthor | null {
  if (actor === null || (actor.role === null && actor.name === null)) return null
  return { role: actor.role, name: actor.name, delegation: null, type: null }
}
