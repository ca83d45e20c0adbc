import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { ActionFilters, ActionsAnswer } from '../../shared/protocol/index.ts'
import {
  type ActionGroup,
  type ActionRow,
  actionGroups,
  actionRows,
  passesAction,
  type RegisterSource,
} from '../../shared/register/index.ts'
import { type PageAsk, page } from './page.ts'
import { registerSource, registerSources } from './registerSource.ts'
import type { Workspace } from './Workspace.ts'

/** The register of a group's actions, overdue first. */
export async function listActions(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: ActionFilters & PageAsk,
): Promise<Result<ActionsAnswer>> {
  const source = await registerSource(at, caller, groupId)
  return source.ok ? answer(actionsOf(at, source.value, ask), ask) : source
}

/** The same over all groups in which the caller has a place. */
export async function listAllActions(
  at: Workspace,
  caller: Caller,
  ask: ActionFilters & PageAsk,
): Promise<Result<ActionsAnswer>> {
  const sources = await registerSources(at, caller)
  if (!sources.ok) return sources
  const rows = sources.value.flatMap((source) => actionsOf(at, source, ask))
  // The order of each group stays within the parts of the list.
  return answer(
    actionGroups.flatMap((group) => rows.filter((row) => row.group === group)),
    ask,
  )
}

/** The lines that pass the filters, as the day is now. */
export function actionsOf(at: Pick<Workspace, 'clock'>, source: RegisterSource, ask: ActionFilters): readonly ActionRow[] {
  const now = at.clock.now()
  return actionRows(source, now).filter(passesAction(ask, source.reader.delegation, now))
}

function answer(rows: readonly ActionRow[], ask: PageAsk): Result<ActionsAnswer> {
  const cut = page(rows, (row) => row.action, ask)
  if (!cut.ok) return cut
  const groups: Record<ActionGroup, number> = {
    overdue: 0,
    beforeNext: 0,
    later: 0,
    byEvent: 0,
    none: 0,
    doneLately: 0,
    closed: 0,
  }
  for (const { group } of rows) groups[group] += 1
  const open = rows.filter(({ status }) => status === 'open' || status === 'inProgress').length
  return ok({ ...cut.value, totals: { all: rows.length, open, overdue: groups.overdue, groups } })
}
