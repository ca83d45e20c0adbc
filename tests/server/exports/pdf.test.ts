import { expect, test } from 'vitest'
import { cleanText } from '../../../server/exports/document/cleanText.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { made, openPdf, pdfRoles, pdfText } from '../../support/exports/readBack.ts'
import { attendee, context, item, line, outcome, record } from '../../support/exports/records.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('[EXP70] a PDF is tagged, claims PDF/UA-1, knows its language and title, and its structure has headings, lists and tables', async () => {
  const { record: one, context: beside } = scriptsRecord()
  const { bytes } = await made('record.pdf', one, beside)
  const raw = latin(bytes)
  expect(/\/MarkInfo\s*<<[^>]*\/Marked true/.test(raw)).toBe(true)
  expect(/<pdfuaid:part>1</.test(raw)).toBe(true)
  expect(/\/Lang\s*\(en\)/.test(raw)).toBe(true)
  expect(/\/DisplayDocTitle true/.test(raw)).toBe(true)
  const pdf = await openPdf(bytes)
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: one.head.title, Author: 'Universalization Contact Group', Subject: 'Draft, not adopted' })
  const roles = await pdfRoles(pdf)
  const count = (role: string) => roles.filter((one) => one === role).length
  expect(count('H1')).toBeGreaterThan(5)
  expect(count('LI')).toBeGreaterThanOrEqual(40)
  expect(count('Table')).toBeGreaterThanOrEqual(4)
  expect(count('TH')).toBeGreaterThanOrEqual(5 + 4 + 2 + 3)
  expect(count('Caption')).toBe(4)
  expect((await pdf.getOutline()).map(({ title }) => title.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00A0', ' '))).toContain(
    'II. Положение дел',
  )
})

test('[EXP71] a PDF sets Latin, Cyrillic, Arabic and Chinese, each in a font of its own that is in the file', async () => {
  const { record: one, context: beside } = scriptsRecord()
  const { bytes } = await made('record.pdf', one, beside)
  const text = (await pdfText(await openPdf(bytes))).replace(/\s+/g, ' ')
  expect(text).toContain('It remains important to continue the work')
  expect(text).toContain('По-прежнему важно продолжать работу')
  expect(text.replaceAll(' ', '')).toContain('继续与可能及时加入《公约》的国家开展工作仍然十分重要')
  // Arabic is joined: its letters come back as letters, whatever the order in which a line was drawn.
  expect(text).toMatch(/[\u0600-\u06FF]{4,}/)
  const raw = latin(bytes)
  for (const font of ['SourceSerif4', 'Vazirmatn', 'NotoSansHans', 'SourceSans3'])
    expect([font, new RegExp(`/BaseFont\\s*/[A-Z]{6}\\+${font}`).test(raw)]).toEqual([font, true])
  expect(raw.match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(4)
})

test('[EXP72] whatever was written stands in a PDF as text, and none of it is a command of the setting', async () => {
  for (const text of [...hostileTexts, ...controlTexts]) {
    const { record: one, context: beside } = hostileRecord(text)
    const { bytes } = await made('record.pdf', one, beside)
    const pdf = await openPdf(bytes)
    const words = letters(await pdfText(pdf))
    expect(words, text).toContain(letters(cleanText(text)))
    const links = []
    for (let number = 1; number <= pdf.numPages; number += 1) links.push(...(await (await pdf.getPage(number)).getAnnotations()))
    expect(new Set(links.map((link: { url?: string }) => link.url))).toEqual(new Set(['https://example.org/paper']))
    expect(/\/JavaScript|\/Launch|\/EmbeddedFile|\/OpenAction/.test(latin(bytes))).toBe(false)
  }
})

test('[EXP73] a sign that no font has does not stop the PDF: it is tagged, without the claim to the standard', async () => {
  const under = item('1', 'A sign of nobody: \u{10FFFD}')
  const { bytes } = await made('record.pdf', record({ items: [under], outcomes: [outcome(under, '1.1', 'Words')] }), context())
  expect(/\/Marked true/.test(latin(bytes))).toBe(true)
  expect(/<pdfuaid:part>1</.test(latin(bytes))).toBe(false)
  expect((await pdfRoles(await openPdf(bytes))).filter((role) => role === 'H1').length).toBeGreaterThan(0)
})

test('[EXP74] a text that is longer than a page is on the next one, in a table too', async () => {
  const under = item('1', 'One', { notes: line('Words and words. '.repeat(800)) })
  const long = `${'A long outcome. '.repeat(600)} The very end.`
  const delegates = Array.from({ length: 150 }, (_, index) => ({ person: null, name: `Delegate ${index}`, function: 'Head' }))
  const crowd = attendee('Canada', { delegates: [...delegates, { person: null, name: 'The very end.', function: null }] })
  const parts = { items: [under], outcomes: [outcome(under, '1.1', long)] }
  const one = record(parts)
  const few = await openPdf((await made('record.pdf', record({ session: { attending: [crowd] } }), context())).bytes)
  expect(await pdfText(few)).toContain('The very end.')
  for (const name of ['record.pdf', 'follow-up.pdf'] as const) {
    const pdf = await openPdf((await made(name, one, context())).bytes)
    expect(pdf.numPages).toBeGreaterThan(1)
    expect((await pdfText(pdf)).replace(/\s+/g, ' ')).toContain('The very end.')
  }
})

/** The letters and signs of a text that is drawn: a hyphen or a ligature of the setting may stand for others. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00AD\u2066-\u2069\u{1F600}]+/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
}
