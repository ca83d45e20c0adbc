import type { LedgerEntry } from './events.ts'
import type { LedgerFact } from './facts.ts'
import type { LedgerState } from './LedgerState.ts'
import { evolveOnward } from './onwardEvolve.ts'
import type { OnwardState } from './onwardState.ts'

/** The ledger after these entries, which follow on one another. Total. Many at once, because the facts are copied once for all. */
export function evolveLedger(state: LedgerState, entries: readonly LedgerEntry[]): LedgerState {
  const last = entries.at(-1)
  if (last === undefined) return state
  const facts = new Map<string, LedgerFact>(state.facts)
  let onward: OnwardState = { proposals: state.proposals, templates: state.templates }
  for (const { event } of entries) {
    if (event.kind === 'fact.stated') facts.set(event.fact.id, event.fact)
    else if (event.kind === 'fact.withdrawn') facts.delete(event.fact)
    else onward = evolveOnward(onward, event)
  }
  return { ...state, ...onward, seq: last.seq, facts }
}
