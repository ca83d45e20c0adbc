import type { ActionId, CommandId, DelegationId, ItemId, Millis, OutcomeId } from '../base/index.ts'
import type { DelegationType, Membership, PartyStatus } from '../record/index.ts'
import type { RecordComment } from './version.ts'

/** A delegation of the group, as the server knows it. */
export interface DelegationFacts {
  readonly id: DelegationId
  readonly name: string
  readonly code: string
  readonly type: DelegationType
  readonly partyStatus: PartyStatus | null
  readonly membership: Membership
  /** Regional group; null when not stated. */
  readonly region: string | null
}

/** What a command is decided by beside the session: the hour, and the record as it is stored. Nothing of it comes from the sender. */
export interface Surroundings {
  readonly now: Millis
  /** The agenda in its order, without what was removed. */
  readonly items: readonly { readonly id: ItemId; readonly parent: ItemId | null; readonly minutes: number | null }[]
  /** An outcome that stands in the record, with its words (verb and qualifiers included); null when there is none. */
  readonly outcome: (id: OutcomeId) => { readonly item: ItemId; readonly text: string } | null
  readonly action: (id: ActionId) => { readonly item: ItemId } | null
  readonly delegation: (id: DelegationId) => DelegationFacts | null
  /** A comment as it stands after everything decided so far, withdrawn ones too. */
  readonly comment: (id: CommandId) => RecordComment | null
  /** A part of the last version, by its key, with its words as `partText` has them. */
  readonly part: (key: string) => PartFacts | null
}

/** What the rules ask about a part of a version. */
export interface PartFacts {
  readonly number: string | null
  readonly text: string
}
