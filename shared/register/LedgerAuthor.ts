import type { Role } from '../access/index.ts'
import type { DelegationId, PersonId } from '../base/index.ts'
import type { Attribution, DelegationType } from '../record/index.ts'
import type { LedgerActor } from './LedgerActor.ts'

/** Who stated a fact, as far as the rule of the meeting concerned lets it be kept. */
export interface LedgerAuthor {
  readonly role: Role | null
  readonly name: string | null
  readonly delegation: { readonly id: DelegationId; readonly name: string; readonly code: string } | null
  readonly type: DelegationType | null
  /** For taking back one's own. Never sent to others. */
  readonly person: PersonId | null
}

const nobody: LedgerAuthor = { role: null, name: null, delegation: null, type: null, person: null }

/** What may be kept of whoever acts: delegation and name, the type of the delegation alone, or nothing. */
export function authorUnder(attribution: Attribution, { role, name, person, delegation }: LedgerActor): LedgerAuthor {
  const type = delegation?.type ?? null
  if (attribution === 'none') return nobody
  if (attribution === 'delegationType') return { ...nobody, type }
  const kept = delegation === null ? null : { id: delegation.id, name: delegation.name, code: delegation.code }
  return { role, name, delegation: kept, type, person }
}
