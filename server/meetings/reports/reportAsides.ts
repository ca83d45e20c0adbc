import { type Caller, seesAside } from '../../../shared/access/index.ts'
import type { Result } from '../../../shared/base/index.ts'
import type { AsideAnswer } from '../../../shared/protocol/index.ts'
import { authorOf } from '../authorOf.ts'
import { type Page, type PageAsk, page } from '../page.ts'
import { unknown } from '../placeIn.ts'
import type { Workspace } from '../Workspace.ts'
import { enterReport } from './enterReport.ts'

/** Words that the report did not take: one's own, and for the office also those typed into something deleted meanwhile. */
export async function listReportAsides(
  at: Workspace,
  caller: Caller,
  reportId: string,
  ask: PageAsk,
): Promise<Result<Page<AsideAnswer>>> {
  const entered = await enterReport(at, caller, reportId, 'aside.read')
  if (!entered.ok) return entered
  const { report, file, place: asking } = entered.value
  const now = { phase: null, rules: file.group.rules }
  const shown = (await at.rooms.asides(report.reportId))
    .filter((aside) => seesAside(aside, asking, now))
    .map(({ id, person, at: since, place, text, reason }) => ({
      asideId: id,
      place,
      text,
      reason,
      at: new Date(since).toISOString(),
      yours: person === asking.person,
      // A report is the Coordinator's statement: whose words stood in it is not told.
      author: authorOf(at, file, person, 'none'),
    }))
  return page(shown, (aside) => aside.asideId, ask)
}

/** Lets go of words kept aside, for good. */
export async function settleReportAside(at: Workspace, caller: Caller, reportId: string, asideId: string): Promise<Result<null>> {
  const entered = await enterReport(at, caller, reportId, 'aside.read')
  if (!entered.ok) return entered
  const { report, file, place } = entered.value
  const aside = (await at.rooms.asides(report.reportId)).find((one) => one.id === asideId)
  if (aside === undefined || !seesAside(aside, place, { phase: null, rules: file.group.rules })) return unknown()
  return at.rooms.removeAside(report.reportId, asideId)
}
