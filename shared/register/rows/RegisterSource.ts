import type { EditingRules, Role } from '../../access/index.ts'
import type { DelegationId, GroupId, PersonId } from '../../base/index.ts'
import type { DelegationFacts } from '../../session/index.ts'
import type { LedgerState } from '../LedgerState.ts'
import type { GroupRecord } from '../types.ts'

/** All that the registers of one group are made of, for one reader. */
export interface RegisterSource {
  readonly groupId: GroupId
  readonly groupName: string
  readonly rules: EditingRules
  readonly delegations: readonly DelegationFacts[]
  /** As the reader may see them. */
  readonly records: readonly GroupRecord[]
  readonly ledger: LedgerState
  readonly reader: { readonly role: Role; readonly person: PersonId; readonly delegation: DelegationId | null }
}
