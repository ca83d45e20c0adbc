import { type Caller, may } from '../../../shared/access/index.ts'
import { ok, type Result } from '../../../shared/base/index.ts'
import type { ReportLineAnswer } from '../../../shared/protocol/index.ts'
import { enterGroup } from '../enterGroup.ts'
import { type Page, type PageAsk, page } from '../page.ts'
import { unknown } from '../placeIn.ts'
import type { Workspace } from '../Workspace.ts'
import { reportLineOf } from './reportAnswers.ts'

/** The reports of a group, newest first; with a seat in one meeting, those of that meeting alone. */
export async function listReports(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: PageAsk,
): Promise<Result<Page<ReportLineAnswer>>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  // Observers are answered as if there were no such thing.
  if (!may(place.role, 'report.read', { phase: null, rules: file.group.rules })) return unknown()
  const all = await at.storage.reports.list(file.group.id)
  const own = all.filter(({ meetingIds }) => meetingIds.every((id) => (place.onlyMeeting ?? id) === id))
  const cut = page(own, (report) => report.reportId, ask)
  if (!cut.ok) return cut
  const items: ReportLineAnswer[] = []
  for (const report of cut.value.items) {
    const view = await at.rooms.readReport(report)
    if (!view.ok) return view
    items.push(reportLineOf(view.value))
  }
  return ok({ items, next: cut.value.next })
}
