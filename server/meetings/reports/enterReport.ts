import { type Action, type Caller, may } from '../../../shared/access/index.ts'
import { isId, ok, type ReportId, type Result, refuse } from '../../../shared/base/index.ts'
import type { GroupFile, StoredReport } from '../../storage/index.ts'
import { allow, type Place, placeIn, unknown } from '../placeIn.ts'
import type { Workspace } from '../Workspace.ts'

/** A report as somebody may see it. */
export interface EnteredReport {
  readonly report: StoredReport
  readonly file: GroupFile
  readonly place: Place
}

/** Lets the caller into a report when the action is theirs. Who may not read reports is answered as if there were none. */
export async function enterReport(
  at: Pick<Workspace, 'storage' | 'clock'>,
  caller: Caller,
  reportId: string,
  action: Action,
): Promise<Result<EnteredReport>> {
  const found = await findReport(at, caller, reportId)
  if (!found.ok) return found
  const { file, place } = found.value
  if (!mayRead(found.value)) return unknown()
  const allowed = allow(file, place, action, null)
  return allowed.ok ? found : allowed
}

/** Whether the report is theirs to read. */
export function mayRead({ file, place }: EnteredReport): boolean {
  return may(place.role, 'report.read', { phase: null, rules: file.group.rules })
}

/** The report and the caller's place in its group. A seat in one meeting is one in its reports, and in no report that tells of another. */
export async function findReport(
  at: Pick<Workspace, 'storage' | 'clock'>,
  caller: Caller,
  reportId: string,
): Promise<Result<EnteredReport>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isId(reportId)) return unknown()
  // The shape was checked just now, and ids of other things are not in this table.
  const report = await at.storage.reports.get(reportId as ReportId)
  if (report === null) return unknown()
  const group = await at.storage.directory.group(report.groupId)
  if (group === null) throw new Error(`Report ${reportId} has no group`)
  const file = group.value
  const [first = null, ...others] = report.meetingIds
  const place = placeIn(file, caller, others.length === 0 ? first : null, at.clock.now())
  if (!place.ok) return place
  const { onlyMeeting } = place.value
  if (onlyMeeting !== null && report.meetingIds.some((id) => id !== onlyMeeting)) return unknown()
  return ok({ report, file, place: place.value })
}
