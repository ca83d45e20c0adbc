import type { LedgerState } from '../LedgerState.ts'
import { ledgerLimits } from '../limits.ts'

/** Whether the ledger keeps no more facts. */
export function isFull({ facts }: LedgerState): boolean {
  return facts.size >= ledgerLimits.facts
}
