import type { Result } from '../../shared/base/index.ts'
import { ok } from '../../shared/base/index.ts'
import { type GroupRecord, type LedgerState, latestStatus, type OpenMatters, openMatters } from '../../shared/register/index.ts'
import type { Entered } from './enterGroup.ts'
import { readGroupRecords } from './groupRecords.ts'
import type { Workspace } from './Workspace.ts'

/** What is open in a group, with what it was found in. */
export interface FoundOpen {
  readonly open: OpenMatters
  readonly records: readonly GroupRecord[]
  readonly ledger: LedgerState
}

/** Finds what is open in a group: in its records as the caller may see them, and in its ledger. */
export async function findOpen(at: Workspace, entered: Entered): Promise<Result<FoundOpen>> {
  const records = await readGroupRecords(at, entered)
  if (!records.ok) return records
  const ledger = await at.ledgers.read(entered.file.group.id)
  const open = openMatters(records.value, latestStatus(records.value, ledger))
  return ok({ open, records: records.value, ledger })
}
