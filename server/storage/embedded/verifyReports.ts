import type { StoredReport } from '../port.ts'
import { partsOf } from './keys.ts'
import { unsealJson } from './seal.ts'

/** What `verify` saw of the reports. */
export interface SeenReports {
  /** Heads: the group by report. */
  readonly reports: Map<string, string>
  /** As the lists of the groups name them. */
  readonly listedReports: Set<string>
  /** Documents of the kind. */
  readonly reportDocuments: Set<string>
}

/** Reads a row of a report, or of a group's list of them; throws when its bytes do not fit. */
export function noteReportRow(key: string, sealed: Uint8Array, seen: SeenReports): void {
  const { kind, owner, part } = partsOf(key)
  if (kind === 'r') seen.reports.set(owner, unsealJson<StoredReport>(key, sealed).groupId)
  else {
    unsealJson<number>(key, sealed)
    seen.listedReports.add(part)
  }
}

/** What is wrong with the reports: head, document and the line in its group's list are made together, so none stands alone. */
export function verifyReports(
  { reports, listedReports, reportDocuments }: SeenReports,
  documents: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): readonly { what: string; why: string }[] {
  const found: { what: string; why: string }[] = []
  for (const [reportId, groupId] of reports) {
    const what = `report ${reportId}`
    if (!documents.has(reportId)) found.push({ what, why: 'its document is missing' })
    if (!listedReports.has(reportId)) found.push({ what, why: 'it is missing in the list of its group' })
    if (!groups.has(groupId)) found.push({ what, why: `its group ${groupId} is missing` })
  }
  for (const reportId of new Set([...listedReports, ...reportDocuments])) {
    if (!reports.has(reportId)) found.push({ what: `report ${reportId}`, why: 'it cannot be read' })
  }
  return found
}
