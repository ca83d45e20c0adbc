import type { Later } from './csv/Later.ts'
import { actionsCsv, attendanceCsv, outcomesCsv } from './csv/registers.ts'
import { composeDocument } from './document/composeDocument.ts'
import type { ExportContext, ExportFile } from './ExportContext.ts'
import type { DocumentKind, RecordExport, RegisterExport } from './exportNames.ts'
import { fileName } from './fileName.ts'
import { renderHtml } from './html/renderHtml.ts'
import type { Reminder } from './ics/Reminder.ts'
import { renderCalendar } from './ics/renderCalendar.ts'
import { renderJson } from './json/renderJson.ts'
import { renderMarkdown } from './markdown/renderMarkdown.ts'
import type { Registered } from './Registered.ts'

/** What is to be made: a document of one meeting, or a register of many. */
export type ExportAsk =
  | ({ readonly kind: 'record'; readonly name: RecordExport } & Registered)
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
  const title = ask.kind === 'record' ? ask.record.head.title : ask.groupName
  // Both halves of the name come from our own closed lists.
  const made = ask.kind === 'record' ? await recordFile(what as DocumentKind, ending as Ending, ask) : registerFile(ask)
  return { name: fileName(title, `${what}.${ending}`), mediaType: mediaTypes[ending as Ending], ...made }
}

type Made = Pick<ExportFile, 'bytes' | 'contentSecurityPolicy'>

async function recordFile(kind: DocumentKind, ending: Ending, { record, context }: Registered): Promise<Made> {
  switch (ending) {
    case 'json':
      return utf8(renderJson(kind, record, context))
    case 'ics':
      return utf8(renderCalendar(record.head.title, [{ record, context }], { agenda: true }))
    case 'html':
      return pageOf(kind, record, context)
    case 'md':
      return utf8(renderMarkdown(composeDocument(kind, record, context)))
    case 'docx': {
      // The large parts are loaded when they are first needed.
      const { renderDocx } = await import('./docx/renderDocx.ts')
      return { bytes: await renderDocx(composeDocument(kind, record, context)) }
    }
    case 'pdf': {
      const { renderPdf } = await import('./pdf/renderPdf.ts')
      return { bytes: renderPdf(composeDocument(kind, record, context)) }
    }
    default:
      throw new Error(`There is no ${kind}.${ending}`)
  }
}

function pageOf(kind: DocumentKind, record: Registered['record'], context: ExportContext): Made {
  const { html, contentSecurityPolicy } = renderHtml(composeDocument(kind, record, context))
  return { ...utf8(html), contentSecurityPolicy }
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
