import type { CommandId, Millis } from '../base/index.ts'
import type { LedgerFact } from './facts.ts'
import type { OnwardEvent } from './onwardState.ts'

/** What happened in a group's ledger. */
export type LedgerEvent =
  | { readonly kind: 'fact.stated'; readonly fact: LedgerFact }
  | { readonly kind: 'fact.withdrawn'; readonly fact: CommandId }
  | OnwardEvent

/** One line of the ledger as it is stored, numbered from 1 on. */
export interface LedgerEntry {
  readonly seq: number
  readonly at: Millis
  readonly commandId: CommandId
  readonly event: LedgerEvent
}
