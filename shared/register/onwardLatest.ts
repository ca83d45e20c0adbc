import type { ActionId } from '../base/index.ts'
import type { ActionStatus } from '../record/index.ts'
import type { LedgerState } from './LedgerState.ts'
import type { LatestStatus } from './onwardOpen.ts'
import type { GroupRecord } from './types.ts'

/** What was said last of each action: by a later meeting's review, or in the register. */
export function latestStatus(records: readonly GroupRecord[], ledger: LedgerState): LatestStatus {
  const last = new Map<ActionId, { readonly status: ActionStatus; readonly at: number }>()
  const note = (action: ActionId, status: ActionStatus | null, at: number): void => {
    if (status !== null && at >= (last.get(action)?.at ?? 0)) last.set(action, { status, at })
  }
  for (const { record } of records) for (const { action, status, at } of record.session.reviews) note(action, status, at)
  for (const fact of ledger.facts.values()) if (fact.kind === 'progress') note(fact.action, fact.status, fact.at)
  return (action) => last.get(action)?.status ?? null
}
