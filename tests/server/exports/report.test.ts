import { Window } from 'happy-dom'
import mammoth from 'mammoth'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { oneLine } from '../../../server/exports/document/cleanText.ts'
import type { ReportExport } from '../../../server/exports/index.ts'
import { renderExport } from '../../../server/exports/renderExport.ts'
import { type ReportView, reportParts } from '../../../shared/report/index.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { docxParts, openPdf, pdfText } from '../../support/exports/readBack.ts'
import { context } from '../../support/exports/records.ts'
import { sampleReportView } from '../../support/report/sampleReportView.ts'

type Made = ReturnType<typeof sampleReportView>

async function rendered(name: ReportExport, { report, input }: Made): Promise<Uint8Array> {
  const meetings = input.meetings.map(({ record }) => ({ record, context: context() }))
  return (await renderExport({ kind: 'report', name, report, groupName: 'Universalization Contact Group', meetings })).bytes
}

const textOf = async (name: ReportExport, made: Made) => new TextDecoder().decode(await rendered(name, made))
const squeezed = (text: string) => text.replace(/\s+/g, '')

/** As a browser reads it, without anything being loaded or run. */
function parsed(text: string, type: 'text/html' | 'application/xml') {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } })
  return new window.DOMParser().parseFromString(text, type)
}

/** Where the parts begin in a text, one behind the other; a part that is not found stands at -1. */
function beginnings(text: string, { parts }: ReportView): readonly number[] {
  return parts.flatMap(({ sentences: [first] }) => (first === undefined ? [] : [squeezed(text).indexOf(squeezed(first.text))]))
}

test('[REP42] another program reads the ten parts of the report of 2002 out of its DOCX in order, with six numbered outcomes and the annex behind', async () => {
  const made = sampleReportView()
  const buffer = Buffer.from(await rendered('report.docx', made))
  const { value: text } = await mammoth.extractRawText({ buffer })
  const { value: html, messages } = await mammoth.convertToHtml({ buffer })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  const at = beginnings(text, made.report)
  expect(at).toHaveLength(reportParts.length - 1)
  expect(at).not.toContain(-1)
  expect([...at].sort((one, other) => one - other)).toEqual(at)
  const page = parsed(html, 'text/html')
  const outcomes = made.report.parts.flatMap(({ part, sentences }) => (part === 'outcomes' ? sentences : []))
  const lists = [...page.querySelectorAll('ol')].map((list) => [...list.querySelectorAll('li')].map((one) => one.textContent))
  expect(outcomes).toHaveLength(6)
  expect(lists.filter((list) => list.length === 6)).toEqual([outcomes.map(({ text: words }) => words)])
  const annex = squeezed(text).indexOf(squeezed('Annex: participants'))
  expect(annex).toBeGreaterThan(at.at(-1) ?? 0)
  expect(squeezed(text).indexOf('Composedfrom:')).toBeGreaterThan(annex)
})

const hostile = [...hostileTexts, ...controlTexts]
const written = (texts: readonly string[]): Made =>
  sampleReportView(
    texts.flatMap((text) => [
      { part: 'outcomes', text },
      { part: 'framing', text },
    ]),
  )

test('[REP43] whatever is written in a report comes out of every document as text: no tag, no link, no command, no more blocks than with plain words', async () => {
  const made = written(hostile)
  const plain = written(hostile.map(() => 'xyzzy'))
  const words = hostile.map((text) => squeezed(oneLine(text))).filter((text) => text !== '')
  const expectAll = (found: string, name: string) => {
    for (const text of words) expect(squeezed(found), name).toContain(text)
  }

  const page = parsed(await textOf('report.html', made), 'text/html')
  const tags = (one: typeof page) =>
    [...one.querySelectorAll('*')].map(({ tagName }) => tagName).filter((tag) => !/^(SPAN|BDI)$/.test(tag))
  expect(tags(page)).toEqual(tags(parsed(await textOf('report.html', plain), 'text/html')))
  expect(page.querySelectorAll('script, img, svg, a').length).toBe(0)
  expectAll(page.querySelector('article')?.textContent ?? '', 'html')

  const reader = new MarkdownIt({ html: true, linkify: true })
  const tokens = (text: string) => reader.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])
  const blocks = (text: string) =>
    tokens(text)
      .map(({ type }) => type)
      .filter((type) => !/^(text|text_special|softbreak)$/.test(type))
  const markdown = await textOf('report.md', made)
  expect(blocks(markdown)).toEqual(blocks(await textOf('report.md', plain)))
  expectAll(
    tokens(markdown)
      .filter(({ type }) => /^text/.test(type))
      .map(({ content }) => content)
      .join(''),
    'markdown',
  )

  const parts = await docxParts(await rendered('report.docx', made))
  for (const [name, xml] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue
    expect(parsed(xml, 'application/xml').querySelector('parsererror'), name).toBeNull()
    expect(xml).not.toMatch(/TargetMode="External"|<w:fldSimple|<w:object|<w:pict|<w:drawing|<w:hyperlink/)
  }
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await rendered('report.docx', made)) })
  expectAll(value, 'docx')

  const bytes = await rendered('report.pdf', made)
  const pdf = await openPdf(bytes)
  // Only letters and figures: how the others are drawn, and where a line is broken with a hyphen, is the font's and the setter's.
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  const drawn = letters(await pdfText(pdf))
  for (const text of words) expect(drawn, 'pdf').toContain(letters(text))
  for (let number = 1; number <= pdf.numPages; number += 1)
    expect(await (await pdf.getPage(number)).getAnnotations(), 'pdf').toEqual([])
  expect(/\/JavaScript|\/Launch|\/EmbeddedFile|\/OpenAction/.test(Buffer.from(bytes).toString('latin1'))).toBe(false)
})

test('[REP46] a heading that is the title is printed once; one that says something else stands below the title', async () => {
  const made = sampleReportView()
  const times = (text: string) => text.split('Statement on behalf of the Universalization Contact Group').length - 1
  const bodyOf = async (report: ReportView) =>
    parsed(await textOf('report.html', { ...made, report }), 'text/html').querySelector('article')?.textContent ?? ''
  expect(times(await bodyOf(made.report))).toBe(1)
  const other = await bodyOf({ ...made.report, title: 'Report of the year' })
  expect(times(other)).toBe(1)
  expect(other).toContain('Report of the year')
})
