import type { ReportId } from '../../shared/base/index.ts'
import { browserParts, placeOf } from './browserParts.ts'
import { openDevice } from './openDevice.ts'
import { Report } from './Report.ts'

export interface OpenReportOptions {
  readonly reportId: ReportId
  readonly person: string
}

/** Opens a report in this browser, as a meeting is opened. */
export async function openReport({ reportId, person }: OpenReportOptions): Promise<Report> {
  const report = new Report({ ...browserParts(placeOf(person, reportId), await openDevice()), reportId })
  await report.start()
  return report
}
