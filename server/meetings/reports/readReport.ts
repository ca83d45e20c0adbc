import type { Caller } from '../../../shared/access/index.ts'
import { ok, type Result } from '../../../shared/base/index.ts'
import type { ReportAnswer } from '../../../shared/protocol/index.ts'
import type { Workspace } from '../Workspace.ts'
import { enterReport } from './enterReport.ts'
import { reportAnswerOf } from './reportAnswers.ts'

/** A report as it is stored, with what its sources say now. Reading opens nothing for writing. */
export async function readReport(at: Workspace, caller: Caller, reportId: string): Promise<Result<ReportAnswer>> {
  const entered = await enterReport(at, caller, reportId, 'report.read')
  if (!entered.ok) return entered
  const view = await at.rooms.readReport(entered.value.report)
  return view.ok ? ok(reportAnswerOf(view.value, entered.value)) : view
}
