import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { OutcomeFilters, OutcomesAnswer } from '../../shared/protocol/index.ts'
import { type OutcomeRow, outcomeRows, passesOutcome, type RegisterSource } from '../../shared/register/index.ts'
import { type PageAsk, page } from './page.ts'
import { registerSource, registerSources } from './registerSource.ts'
import type { Workspace } from './Workspace.ts'

/** The register of a group's outcomes, newest meeting first. */
export async function listOutcomes(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: OutcomeFilters & PageAsk,
): Promise<Result<OutcomesAnswer>> {
  const source = await registerSource(at, caller, groupId)
  return source.ok ? answer(outcomesOf(source.value, ask), ask) : source
}

/** The same over all groups in which the caller has a place. */
export async function listAllOutcomes(
  at: Workspace,
  caller: Caller,
  ask: OutcomeFilters & PageAsk,
): Promise<Result<OutcomesAnswer>> {
  const sources = await registerSources(at, caller)
  if (!sources.ok) return sources
  const rows = sources.value.flatMap((source) => outcomesOf(source, ask))
  const byDate = rows.sort((one, other) => compareDates(other.meetingDate, one.meetingDate))
  return answer(byDate, ask)
}

/** The lines that pass the filters. */
export function outcomesOf(source: RegisterSource, ask: OutcomeFilters): readonly OutcomeRow[] {
  return outcomeRows(source).filter(passesOutcome(ask, source.reader.delegation))
}

/** What is not known comes last when turned round. */
function compareDates(one: string | null, other: string | null): number {
  const [a, b] = [one ?? '', other ?? '']
  return a < b ? -1 : a > b ? 1 : 0
}

function answer(rows: readonly OutcomeRow[], ask: PageAsk): Result<OutcomesAnswer> {
  const cut = page(rows, (row) => row.outcome, ask)
  if (!cut.ok) return cut
  const count = (state: OutcomeRow['state']): number => rows.filter((row) => row.state === state).length
  const totals = {
    all: rows.length,
    current: count('current'),
    superseded: count('superseded'),
    implemented: count('implemented'),
    withdrawn: count('withdrawn'),
  }
  return ok({ ...cut.value, totals })
}
