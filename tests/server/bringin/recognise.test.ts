import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { previewOf, previewOfText, seenIn } from '../../support/bringin/seenIn.ts'

const expected = join(import.meta.dirname, '../../support/bringin/expected')

/** What a careful reader of the text has written down, less what is known to be missed (see the closing note). */
function asRead(name: string): readonly string[] {
  return readFileSync(join(expected, `${name}.txt`), 'utf8')
    .trim()
    .split('\n')
}

test.each([
  ['wmo', 'samples/wmo-et-im-sg2-2026-03-30.adoc'],
  ['spdx', 'samples/spdx-tech-2025-01-07.md'],
  ['openjs', 'samples/openjs-cpc-2019-06-19.md'],
  ['batid', 'samples/batid-cnig-gt8-2023-03-10.fr.md'],
])('[BRI1] in the four real records the same is found, at the same lines, as when they were read by eye: %s', (name, path) => {
  expect(seenIn(previewOf(path))).toEqual(asRead(name))
})

test.each([
  '01-committee.txt',
  '02-irc.log',
  '03-conseil.txt',
  '04-standards.html',
  '05-checklist.md',
  '06-table.md',
  '07-underlined.txt',
  '08-tech.adoc',
  '09-notes.md',
  '11-prose.txt',
  '12-scribe.txt',
  '13-minister.md',
  '14-notes-fr.md',
])(
  '[BRI2] title, date, people, items, decisions, actions and next meeting are found in many styles, English and French: %s',
  (name) => {
    expect(seenIn(previewOf(`texts/${name}`))).toEqual(asRead(name))
  },
)

test('[BRI3] an agenda and minutes are read as a pair: same titles are one item, and where the two differ it is told', () => {
  expect(seenIn(previewOf('texts/10-minutes.md', 'texts/10-agenda.md'))).toEqual(asRead('10-pair'))
})

test('[BRI4] a date that can be read in two ways is left open with its readings, and a day without a year gives no date', () => {
  expect(seenIn(previewOfText('a.txt', 'Date: 03/04/2024\n\nWelcome\n'))).toContain('1 date?: unclear 2024-04-03 or 2024-03-04')
  expect(seenIn(previewOfText('a.txt', 'Date: 5/6/24\n\nWelcome\n'))).toContain('1 date?: unclear 2024-06-05 or 2024-05-06')
  expect(seenIn(previewOfText('a.txt', 'Date: 25/04/2024\n\nWelcome\n'))).toContain('1 date: 2024-04-25')
  const [find] = previewOfText('a.md', '# Notes\n\n## Actions\n\n- Ann Lee to write by 5 May\n').finds.filter(
    ({ kind }) => kind === 'action',
  )
  expect(find?.value).toMatchObject({ lead: 'Ann Lee', due: { event: '5 May' } })
})

test('[BRI5] contradictions are told and not settled: dates, weekdays, hours, attendance, counts, numbers', () => {
  const text = [
    '# Minutes of the council of 31 February 2024',
    'Date: Monday 5 March 2024',
    'Time: 15:00 - 14:00',
    'Present: Ann Lee, Bo Chen',
    'Apologies: Bo Chen',
    '12 members were present.',
    '## 1. Opening',
    'Words.',
    '## 3. Roads',
    'Words.',
    '## 3. Parks',
    'ACTION: Ann Lee to write to the owner by 1 March 2024',
  ]
  const told = seenIn(previewOfText('a.md', text.join('\n\n'))).filter((line) => line.includes('contradiction'))
  expect(told.map((line) => line.split(' ')[2])).toEqual([
    'noSuchDay',
    'weekdayDiffers',
    'timesCross',
    'presentAndAbsent',
    'countDiffers',
    'numbersJump',
    'numberTwice',
    'dueBeforeMeeting',
  ])
})

test('[BRI6] prose gives candidates, never marked finds, and a text that says nothing of a meeting gives next to none', () => {
  const finds = previewOf('texts/11-prose.txt').finds
  expect(finds.filter(({ kind }) => kind !== 'title' && kind !== 'language')).toEqual([])
  const prose = previewOfText(
    'a.md',
    '# Weekly meeting\n\nPresent: Ann Lee, Bo Chen\n\n## Roads\n\nAnn will call the owner. It was agreed to wait.\n',
  )
  expect(seenIn(prose).slice(-2)).toEqual([
    '7 decision?: [agreed agreed] to wait. <Roads>',
    '7 action?: [Ann Lee; -; open] call the owner. <Roads>',
  ])
})

test('[BRI7] the standing of a decision is set only where its own words say it', () => {
  const standing = (line: string) => {
    const find = previewOfText('a.md', `# Council meeting\n\n## Decisions\n\n- ${line}\n`).finds.find(
      ({ kind }) => kind === 'decision',
    )
    return find?.kind === 'decision' ? [find.value.verb, find.value.standing] : null
  }
  expect(standing('The road is closed in May')).toEqual(['decided', null])
  expect(standing('The budget was adopted unanimously')).toEqual(['decided', 'agreed'])
  expect(standing('No agreement was reached on the fee')).toEqual(['decided', 'noAgreement'])
  expect(standing('The council took note of the letter')).toEqual(['took note', null])
})
