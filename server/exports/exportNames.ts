/** What one meeting can be exported as. */
export const recordExports = [
  'record.docx',
  'record.pdf',
  'record.html',
  'record.md',
  'record.json',
  'agenda.docx',
  'agenda.pdf',
  'agenda.html',
  'agenda.md',
  'agenda.json',
  'agenda.ics',
  'follow-up.docx',
  'follow-up.pdf',
  'follow-up.html',
  'follow-up.md',
  'follow-up.json',
] as const

/** What a version that mends an adopted record, or adds to it, can be exported as. */
export const amendmentExports = [
  'corrigendum.docx',
  'corrigendum.pdf',
  'corrigendum.html',
  'corrigendum.md',
  'addendum.docx',
  'addendum.pdf',
  'addendum.html',
  'addendum.md',
] as const

/** What a report to the formal meeting can be exported as. */
export const reportExports = ['report.docx', 'report.pdf', 'report.html', 'report.md'] as const

/** What all meetings of a group can be exported as. */
export const registerExports = ['outcomes.csv', 'actions.csv', 'attendance.csv', 'calendar.ics'] as const

export type RecordExport = (typeof recordExports)[number]
export type AmendmentExport = (typeof amendmentExports)[number]
export type ReportExport = (typeof reportExports)[number]
export type RegisterExport = (typeof registerExports)[number]
/** Which document is made of a record. */
export type DocumentKind = 'record' | 'agenda' | 'follow-up'

/** Whether one meeting can be exported under this name. */
export function isRecordExport(name: string): name is RecordExport {
  return (recordExports as readonly string[]).includes(name)
}

/** Whether a corrigendum or an addendum can be exported under this name. */
export function isAmendmentExport(name: string): name is AmendmentExport {
  return (amendmentExports as readonly string[]).includes(name)
}

/** Whether a report can be exported under this name. */
export function isReportExport(name: string): name is ReportExport {
  return (reportExports as readonly string[]).includes(name)
}

/** Whether a group can be exported under this name. */
export function isRegisterExport(name: string): name is RegisterExport {
  return (registerExports as readonly string[]).includes(name)
}
