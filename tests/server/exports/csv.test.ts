import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { madeText } from '../../support/exports/readBack.ts'
import { action, attendee, context, item, outcome, record } from '../../support/exports/records.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

const registers = ['outcomes.csv', 'actions.csv', 'attendance.csv'] as const
const formula = /^["'\s]*[=+\-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]/u

/** The cells as a program reads them that separates by this sign and takes quotation marks as they come. */
function cells(csv: string, delimiter = ','): readonly (readonly string[])[] {
  return parse(csv, { bom: true, delimiter, relax_quotes: true, relax_column_count: true })
}

test('[EXP40] no cell of a register is a formula, whatever was written and whichever sign separates the cells', async () => {
  for (const text of [...hostileTexts, ...controlTexts, '=1+1', '-1', '"=1', ' =1', 'a,"=1', 'a | =1', 'x\n=1']) {
    const { record: one, context: beside } = hostileRecord(text)
    for (const name of registers) {
      const csv = await madeText(name, one, beside)
      const rows = cells(csv)
      expect(new Set(rows.map((row) => row.length)).size, `${name}: ${text}`).toBe(1)
      const dangerous = rows.flat().filter((cell) => formula.test(cell) && !cell.startsWith("'"))
      expect(dangerous, `${name}: ${text}`).toEqual([])
      for (const separator of [';', '|', '\t']) {
        const parts = csv
          .replace('\uFEFF', '')
          .split(/\r\n/)
          .flatMap((line) => line.split(separator))
        expect(
          parts.filter((part) => formula.test(part) && !/^["\s]*'/.test(part)),
          `${name} by ${separator}: ${text}`,
        ).toEqual([])
      }
      expect(csv).not.toMatch(/[^\P{Cc}\r\n]/u)
    }
  }
})

test('[EXP41] registers are UTF-8 with its mark, in lines by RFC 4180, one for each entry, with its meeting and how firm that is', async () => {
  const { record: one, context: beside } = scriptsRecord()
  const lines = { 'outcomes.csv': 15, 'actions.csv': 4, 'attendance.csv': 6 }
  for (const name of registers) {
    const csv = await madeText(name, one, beside)
    expect(csv.startsWith('\uFEFF"Meeting","Date","Record","Fingerprint",')).toBe(true)
    expect(csv.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    const rows = cells(csv)
    expect(rows.length).toBe(lines[name] + 1)
    for (const row of rows.slice(1)) expect(row.slice(0, 3)).toEqual([one.head.title, '2026-03-02T13:15', 'Draft, not adopted'])
  }
})

test('[EXP42] registers have every outcome, action and attendance with what is stated of it, and nothing where nothing is', async () => {
  const under = item('1', 'Item, "quoted"')
  const one = record({
    items: [under],
    outcomes: [outcome(under, '1.1', 'first\nsecond', { standing: 'coordinatorView', actor: null, kind: '' })],
    actions: [action(under, 'A1', 'Do', { due: { date: '2026' }, partners: [{ words: 'one' }, { words: 'two' }] })],
    session: { attending: [attendee('Canada', { code: 'CAN', region: 'North' })] },
  })
  const row = async (name: (typeof registers)[number]) => cells(await madeText(name, one, context()))[1]?.slice(2)
  const view = 'the view of the Coordinator, not an outcome of the group'
  const draft = 'Draft, not adopted'
  // What later facts say is empty where nobody gave any.
  const none = (columns: number): string[] => Array.from({ length: columns }, () => '')
  expect(await row('outcomes.csv')).toEqual([
    draft,
    '',
    '1',
    'Item, "quoted"',
    '1.1',
    '',
    '',
    'first second',
    '',
    view,
    ...none(6),
  ])
  const task = ['1', 'Item, "quoted"', '', 'A1', 'Do', '', 'one; two', '2026', '', 'agreed', 'open']
  expect(await row('actions.csv')).toEqual([draft, '', ...task, ...none(5)])
  const who = ['Canada', 'CAN', 'State', 'State Party', 'member', 'North', 'present', '', '', '']
  expect(await row('attendance.csv')).toEqual([draft, '', ...who])
})
