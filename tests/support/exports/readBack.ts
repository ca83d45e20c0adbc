import JSZip from 'jszip'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ExportContext } from '../../../server/exports/index.ts'
import { type RecordExport, type RegisterExport, recordExports, registerExports } from '../../../server/exports/index.ts'
import { renderExport } from '../../../server/exports/renderExport.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'

/** Every document there is. */
export const everyName: readonly (RecordExport | RegisterExport)[] = [...recordExports, ...registerExports]

/** Makes a document, without the thread. */
export async function made(
  name: RecordExport | RegisterExport,
  record: MeetingRecord,
  context: ExportContext,
): Promise<{
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly contentSecurityPolicy?: string
}> {
  for (const register of registerExports) {
    if (name === register) {
      return renderExport({ kind: 'register', name: register, groupName: context.groupName, meetings: [{ record, context }] })
    }
  }
  for (const one of recordExports) if (name === one) return renderExport({ kind: 'record', name: one, record, context })
  throw new Error(`No document ${name}`)
}

/** The same as text: of a page, a table, Markdown, data or a calendar as it stands. */
export async function madeText(
  name: RecordExport | RegisterExport,
  record: MeetingRecord,
  context: ExportContext,
): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode((await made(name, record, context)).bytes)
}

/** Everything that somebody could read out of a document, by any means: all parts of a DOCX, all texts and properties of a PDF. */
export async function allOf(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.docx')) return Object.values(await docxParts(bytes)).join('\n')
  if (!name.endsWith('.pdf')) return new TextDecoder().decode(bytes).replace(/\r\n[ \t]/g, '')
  const pdf = await openPdf(bytes)
  const { info, metadata } = await pdf.getMetadata()
  return `${await pdfText(pdf)}\n${JSON.stringify(info)}\n${JSON.stringify(metadata ?? null)}\n${JSON.stringify(await pdf.getOutline())}`
}

/** The parts of a DOCX by their names. */
export async function docxParts(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const zip = await JSZip.loadAsync(bytes)
  const names = Object.values(zip.files).filter((file) => !file.dir)
  return Object.fromEntries(await Promise.all(names.map(async (file) => [file.name, await file.async('string')] as const)))
}

/** The words of one part of a DOCX, a line for each paragraph. */
export function docxWords(part: string): string {
  return part
    .split('</w:p>')
    .map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, words]) => words ?? '\n').join(''))
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Opens a PDF; the reader takes the bytes it is given, so it gets its own. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), useSystemFonts: false, isEvalSupported: false, verbosity: 0 }).promise
}

/** The words of all pages. */
export async function pdfText(pdf: PDFDocumentProxy): Promise<string> {
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
  }
  return pages.join('\n')
}

/** The structure of all pages, as a list of roles from the outside in. */
export async function pdfRoles(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const roles: string[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('role' in node && typeof node.role === 'string') roles.push(node.role)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
  }
  for (let number = 1; number <= pdf.numPages; number += 1) walk(await (await pdf.getPage(number)).getStructTree())
  return roles
}
