import { Window } from 'happy-dom'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { cleanText } from '../../../server/exports/document/cleanText.ts'
import { composeDocument } from '../../../server/exports/document/composeDocument.ts'
import { renderDocx } from '../../../server/exports/docx/renderDocx.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { docxParts, docxWords, made } from '../../support/exports/readBack.ts'
import { item, record } from '../../support/exports/records.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

async function partsOf(language = 'en') {
  const { record: one, context } = scriptsRecord({ language })
  return docxParts((await made('record.docx', one, context)).bytes)
}

test('[EXP60] a DOCX has real headings, real numbers, captions, head rows that are repeated and rows that are not cut', async () => {
  const parts = await partsOf()
  const document = parts['word/document.xml'] ?? ''
  const paragraphs = document.split('</w:p>')
  const styled = (style: string) => paragraphs.filter((one) => one.includes(`<w:pStyle w:val="${style}"/>`))
  expect(styled('Title').length).toBe(1)
  expect(styled('Heading1').map(docxWords)).toEqual([
    'Opening',
    'Положение дел',
    'حالة الاتفاقية',
    '普遍化工作',
    'Partnership',
    'Actions',
    'Attendance',
  ])
  // Sections and paragraphs are counted by Word itself: no figure stands in their words.
  const numbers = numberingOf(parts['word/numbering.xml'] ?? '')
  const numbered = paragraphs
    .filter((one) => levelText(one, numbers) === 'decimal %1.')
    .filter((one) => /RapporteurParagraph|RapporteurQualification/.test(one))
  expect(numbered.length).toBe(40)
  expect(styled('Heading1').filter((one) => levelText(one, numbers) === 'upperRoman %1.').length).toBe(5)
  expect(paragraphs.filter((one) => levelText(one, numbers)?.startsWith('bullet')).length).toBe(2)
  const tables = document.split('<w:tbl>').slice(1)
  expect(tables.length).toBe(4)
  expect(styled('Caption').length).toBe(4)
  for (const table of tables) {
    const rows = table.split('</w:tr>').slice(0, -1)
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, index) => index === 0))
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
  }
})

test('[EXP61] a DOCX marks what is written from right to left and says the language of each stretch', async () => {
  const document = (await partsOf())['word/document.xml'] ?? ''
  const runs = document.split('</w:r>').filter((run) => /<w:t[ >]/.test(run))
  for (const run of runs) {
    const words = /<w:t(?: [^>]*)?>([^<]*)</.exec(run)?.[1] ?? ''
    const isArabic = /\p{Script=Arabic}/u.test(words)
    expect([words, run.includes('<w:rtl/>')]).toEqual([words, isArabic])
    if (isArabic) expect(run).toContain('<w:lang w:bidi="ar"/>')
    if (/\p{Script=Cyrillic}/u.test(words)) expect(run).toContain('<w:lang w:val="ru"/>')
    if (/\p{Script=Han}/u.test(words)) expect(run).toContain('<w:lang w:eastAsia="zh-CN"/>')
  }
  expect(document.match(/<w:bidi\/>/g)?.length).toBeGreaterThan(5)
  const arabic = await partsOf('ar')
  expect(arabic['word/document.xml']).toContain('<w:bidiVisual/>')
  expect(arabic['word/styles.xml']).toMatch(/<w:lang w:val="ar"/)
})

test('[EXP62] a DOCX tells in its properties and on every page what it is and what it is worth', async () => {
  const parts = await partsOf()
  expect(parts['docProps/core.xml']).toContain('<dc:title>Universalization: Всеобщность, عالمية, 普遍化</dc:title>')
  expect(parts['docProps/core.xml']).toContain('<dc:subject>Universalization Contact Group: Draft, not adopted</dc:subject>')
  expect(docxWords(parts['word/header1.xml'] ?? '')).toContain('UCG/2026/1\tDraft, not adopted')
  expect(docxWords(parts['word/footer1.xml'] ?? '')).toContain('Page  of ')
})

test('[EXP63] whatever was written stands in a DOCX as text: the file stays well-formed, leads nowhere and calculates nothing', async () => {
  const window = new Window()
  const fields = new Set<string>()
  for (const text of [...hostileTexts, ...controlTexts]) {
    const { record: one, context } = hostileRecord(text)
    const parts = await docxParts((await made('record.docx', one, context)).bytes)
    for (const [name, xml] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(name)) continue
      const parsed = new window.DOMParser().parseFromString(xml, 'application/xml')
      expect(parsed.querySelector('parsererror')?.textContent ?? '', `${name}: ${text}`).toBe('')
      expect(xml, name).not.toMatch(/TargetMode="External"/)
      expect(xml, name).not.toMatch(/[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]/u)
      expect(xml.isWellFormed()).toBe(true)
      for (const [, code = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)) fields.add(code.trim())
      expect(xml).not.toMatch(/<w:fldSimple|<w:object|<w:pict|<w:drawing|<w:hyperlink/)
    }
    const words = docxWords(parts['word/document.xml'] ?? '').replace(/\s+/g, '')
    expect(words, text).toContain(cleanText(text).replace(/\s+/g, ''))
  }
  expect([...fields].sort()).toEqual(['NUMPAGES', 'PAGE'])
})

test('[EXP64] another program reads the same headings, paragraphs, lists and tables out of a DOCX', async () => {
  const { record: one, context } = scriptsRecord()
  const { value: html, messages } = await mammoth.convertToHtml({
    buffer: Buffer.from((await made('record.docx', one, context)).bytes),
  })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  // Headings are numbered as a list, so this reader puts them in one.
  expect(html).toContain('Положение дел')
  expect(html.match(/<table>/g)?.length).toBe(4)
  expect(html.match(/<thead>/g)?.length).toBe(4)
  expect(html).toContain('<strong><em>confirmed</em></strong>')
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from((await made('record.docx', one, context)).bytes) })
  for (const outcome of one.outcomes)
    expect(text).toContain(outcome.text.flatMap((block) => ('runs' in block ? block.runs.map((run) => run.text) : [])).join(''))
})

test('[EXP65] a section whose number counting does not lead to keeps the number that it has', async () => {
  const items = [item('1', 'One'), item('1.1', 'Part'), item('3', 'Three'), item('3 bis', 'Three again')]
  const one = record({ items: items.map((under, index) => (index === 1 ? { ...under, parent: items[0]?.id ?? null } : under)) })
  const bytes = await renderDocx(composeDocument('record', one, scriptsRecord().context))
  const headings =
    (await docxParts(bytes))['word/document.xml']?.split('</w:p>').filter((part) => /"Heading[12]"/.test(part)) ?? []
  expect(headings.map((part) => [docxWords(part).trim(), part.includes('<w:numPr>')])).toEqual([
    ['One', true],
    ['Part', true],
    ['III. Three', false],
    ['III bis. Three again', false],
    ['Attendance', false],
  ])
})

/** Kinds and texts of levels by the number that paragraphs name. */
function numberingOf(xml: string): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, readonly string[]>()
  for (const [, id = '', body = ''] of xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g)) {
    const levels = [...body.matchAll(/<w:numFmt w:val="(\w+)"\/>[\s\S]*?<w:lvlText w:val="([^"]*)"\/>/g)]
    kinds.set(
      id,
      levels.map(([, format, text]) => `${format} ${text}`),
    )
  }
  const numbers = [...xml.matchAll(/<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"\/>/g)]
  return new Map(numbers.map(([, number = '', kind = '']) => [number, kinds.get(kind) ?? []]))
}

function levelText(paragraph: string, numbers: ReadonlyMap<string, readonly string[]>): string | undefined {
  const [, level, number] = /<w:numPr><w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph) ?? []
  return number === undefined ? undefined : numbers.get(number)?.[Number(level)]
}
