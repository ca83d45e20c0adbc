import type { LedgerFact } from './facts.ts'
import { newOnward, type OnwardState } from './onwardState.ts'

/** What stands in a group's ledger. */
export interface LedgerState extends OnwardState {
  /** Number of the last entry; 0 for none. */
  readonly seq: number
  /** Facts that were not withdrawn, by id, in the order in which they were stated. */
  readonly facts: ReadonlyMap<string, LedgerFact>
}

/** The ledger of a group in which nothing was stated. */
export function newLedger(): LedgerState {
  return { seq: 0, facts: new Map(), ...newOnward() }
}
