// exports: a record as plain data → the bytes of a document: docx, pdf, html, markdown, json, csv, ics.
// Must not know Yjs, storage, rights or doors: whoever asks hands in a record that is filtered for the reader.

export type { Amendment } from './Amendment.ts'
export { createExporter, type Exporter } from './createExporter.ts'
export type { ActionLater, Later, OutcomeLater } from './csv/Later.ts'
export { dateInWords } from './document/dates.ts'
export type { DelegationName, ExportContext, ExportFile, Published } from './ExportContext.ts'
export {
  type AmendmentExport,
  amendmentExports,
  type DocumentKind,
  isAmendmentExport,
  isRecordExport,
  isRegisterExport,
  isReportExport,
  type RecordExport,
  type RegisterExport,
  type ReportExport,
  recordExports,
  registerExports,
  reportExports,
} from './exportNames.ts'
export type { Reminder } from './ics/Reminder.ts'
export { type RecordExportFile, recordExportSchema, recordJsonSchema } from './json/recordSchema.ts'
export type { Registered } from './Registered.ts'
export type { ExportAsk } from './renderExport.ts'
