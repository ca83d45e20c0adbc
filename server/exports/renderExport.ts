import type { ReportView } from '../../shared/report/index.ts'
import type { Amendment } from './Amendment.ts'
import type { Later } from './csv/Later.ts'
import { actionsCsv, attendanceCsv, outcomesCsv } from './csv/registers.ts'
import { composeAmendment } from './document/composeAmendment.ts'
import { composeDocument } from './document/composeDocument.ts'
import { composeReportDocument } from './document/composeReportDocument.ts'
import type { PrintDocument } from './document/PrintDocument.ts'
import type { ExportFile } from './ExportContext.ts'
import type { AmendmentExport, DocumentKind, RecordExport, RegisterExport, ReportExport } from './exportNames.ts'
import { fileName } from './fileName.ts'
import { renderHtml } from './html/renderHtml.ts'
import type { Reminder } from './ics/Reminder.ts'
import { renderCalendar } from './ics/renderCalendar.ts'
import { renderJson } from './json/renderJson.ts'
import { renderMarkdown } from './markdown/renderMarkdown.ts'
import type { Registered } from './Registered.ts'

/** What is to be made: a document of one meeting, a report, or a register of many. */
export type ExportAsk =
  | ({ readonly kind: 'record'; readonly name: RecordExport } & Registered)
  | ({ readonly kind: 'amendment'; readonly name: AmendmentExport; readonly amendment: Amendment } & Registered)
  | {
      readonly kind: 'report'
      readonly name: ReportExport
      readonly report: ReportView
      readonly groupName: string
      /** What it was made from, for the annex. */
      readonly meetings: readonly Registered[]
    }
  | {
      readonly kind: 'register'
      readonly name: RegisterExport
      readonly groupName: string
      readonly meetings: readonly Registered[]
      /** What was asked for, with what later facts say; without it everything, as the records have it. */
      readonly later?: Later
      /** Of the calendar: what falls due. */
      readonly reminders?: readonly Reminder[]
    }

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  ics: 'text/calendar; charset=utf-8; method=PUBLISH',
  csv: 'text/csv; charset=utf-8; header=present',
} as const

type Ending = keyof typeof mediaTypes

/** Makes a document. Pure but for the time it takes: call it where nobody waits (`createExporter`). */
export async function renderExport(ask: ExportAsk): Promise<ExportFile> {
  const [what = '', ending = ''] = ask.name.split('.')
  const title = titleOf(ask)
  const made = await madeOf(ask, ending as Ending)
  return { name: fileName(title, `${what}.${ending}`), mediaType: mediaTypes[ending as Ending], ...made }
}

function titleOf(ask: ExportAsk): string {
  if (ask.kind === 'register') return ask.groupName
  return ask.kind === 'report' ? ask.report.title : ask.record.head.title
}

type Made = Pick<ExportFile, 'bytes' | 'contentSecurityPolicy'>

/** Both halves of a name come from our own closed lists. */
async function madeOf(ask: ExportAsk, ending: Ending): Promise<Made> {
  switch (ask.kind) {
    case 'record':
      return recordFile(ask.name.split('.')[0] as DocumentKind, ending, ask)
    case 'amendment':
      return printed(composeAmendment(ask, ask.amendment), ending)
    case 'report':
      return printed(composeReportDocument(ask.report, ask.groupName, ask.meetings), ending)
    case 'register':
      return registerFile(ask)
  }
}

async function recordFile(kind: DocumentKind, ending: Ending, { record, context }: Registered): Promise<Made> {
  switch (ending) {
    case 'json':
      return utf8(renderJson(kind, record, context))
    case 'ics':
      return utf8(renderCalendar(record.head.title, [{ record, context }], { agenda: true }))
    default:
      return printed(composeDocument(kind, record, context), ending)
  }
}

/** A composed document in one of the forms that people read. */
async function printed(document: PrintDocument, ending: Ending): Promise<Made> {
  switch (ending) {
    case 'html': {
      const { html, contentSecurityPolicy } = renderHtml(document)
      return { ...utf8(html), contentSecurityPolicy }
    }
    case 'md':
      return utf8(renderMarkdown(document))
    case 'docx': {
      // The large parts are loaded when they are first needed.
      const { renderDocx } = await import('./docx/renderDocx.ts')
      return { bytes: await renderDocx(document) }
    }
    case 'pdf': {
      const { renderPdf } = await import('./pdf/renderPdf.ts')
      return { bytes: renderPdf(document) }
    }
    default:
      throw new Error(`No document is printed as ${ending}`)
  }
}

function registerFile({
  name,
  groupName,
  meetings,
  later,
  reminders = [],
}: Extract<ExportAsk, { readonly kind: 'register' }>): Made {
  switch (name) {
    case 'outcomes.csv':
      return utf8(outcomesCsv(meetings, later))
    case 'actions.csv':
      return utf8(actionsCsv(meetings, later))
    case 'attendance.csv':
      return utf8(attendanceCsv(meetings))
    case 'calendar.ics':
      return utf8(renderCalendar(groupName, meetings, { agenda: false, reminders }))
  }
}

function utf8(text: string): { readonly bytes: Uint8Array } {
  return { bytes: new TextEncoder().encode(text) }
}
