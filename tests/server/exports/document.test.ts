import { expect, test } from 'vitest'
import { headingMark as markOnScreen, outlineOf } from '../../../client/features/record/outline.ts'
import { composeDocument } from '../../../server/exports/document/composeDocument.ts'
import type { PrintBlock, PrintDocument, PrintText } from '../../../server/exports/document/PrintDocument.ts'
import { ar } from '../../../server/exports/words/ar.ts'
import { en } from '../../../server/exports/words/en.ts'
import { visibleTo } from '../../../shared/access/index.ts'
import type { DelegationId, ItemId, Millis } from '../../../shared/base/index.ts'
import { type MeetingRecord, paperOf, sectionMark } from '../../../shared/record/index.ts'
import { allOf, everyName, made, madeText } from '../../support/exports/readBack.ts'
import {
  action,
  attendee,
  context,
  intervention,
  item,
  line,
  moment,
  outcome,
  record,
  target,
} from '../../support/exports/records.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'
import { newId } from '../../support/storageSamples.ts'

const secret = 'Xyzzyplugh'

/** The names of the documents in which the word can be read. */
async function holding(word: string, one: MeetingRecord): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of everyName) {
    const { bytes } = await made(name, one, context())
    if ((await allOf(name, bytes)).includes(word)) found.push(name)
  }
  return found
}

test('[EXP1] numbered paragraphs run through the whole record: notes, outcomes, qualifications and targets of each item in turn', () => {
  const { record: one, context: beside } = scriptsRecord()
  const numbered = composeDocument('record', one, beside).blocks.filter((block) => block.kind === 'numbered')
  expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)))
  const first = numbered.slice(0, 9).map((block) => [block.content.kind, block.isQualifier])
  const pair = [
    ['text', false],
    ['text', true],
  ]
  expect(first).toEqual([['text', false], ['heading', false], ...pair, ...pair, ...pair, ['text', false]])
})

test('[EXP2] every document says whether the record is a draft or adopted, and its fingerprint where it has one', async () => {
  const fingerprint = 'a1b2c3d4'.repeat(8)
  const item1 = item('1', 'One')
  const parts = { items: [item1], outcomes: [outcome(item1, '1.1', 'Words')], actions: [action(item1, 'A1', 'Do')] }
  const attending = [attendee('Canada')]
  for (const name of everyName.filter((one) => !one.endsWith('.ics'))) {
    const draft = record({ ...parts, session: { attending } })
    const draftText = await allOf(name, (await made(name, draft, context())).bytes)
    const adopted = record({ ...parts, session: { attending, phase: 'adopted' } })
    const adoptedText = await allOf(name, (await made(name, adopted, context({ version: 3, fingerprint }))).bytes)
    const isData = name.endsWith('.json')
    expect(draftText, name).toContain(isData ? '"phase": "draft"' : 'not adopted')
    expect(adoptedText, name).toContain(isData ? '"phase": "adopted"' : 'Adopted')
    expect(adoptedText, name).not.toContain('not adopted')
    expect(adoptedText.replace(/\s/g, ''), name).toContain(fingerprint)
  }
})

test('[EXP3] what was removed, or stands under something removed, is in no document', async () => {
  const gone = item(null, secret, { removed: true })
  const part = item(null, secret, { parent: gone.id })
  const kept = item('1', 'Kept', { notes: line('Words that stay') })
  const one = record({
    items: [kept, gone, part],
    outcomes: [
      outcome(kept, null, secret, { removed: true, kind: secret }),
      outcome(gone, null, secret),
      outcome(part, null, secret, { actor: { words: secret } }),
    ],
    actions: [action(kept, null, secret, { removed: true }), action(part, null, secret, { due: { event: secret } })],
    targets: [target(kept, secret, { removed: true }), target(gone, secret, { whose: secret })],
    session: { interventions: [intervention(secret, gone)] },
  })
  expect(await holding(secret, one)).toEqual([])
  expect((await holding('Kept', one)).length).toBeGreaterThan(10)
})

test('[EXP4] an item that is closed to the reader keeps its number and says that it is closed; nothing else of it is told', async () => {
  const shut = item('1', secret, {
    closed: true,
    notes: line(secret),
    lead: { words: secret },
    minutes: 77,
    usedMs: 66 * 60_000,
    progress: 'closed',
    carriedOverFrom: secret,
    papers: [{ title: secret, url: 'https://example.org/' }],
  })
  const open = item('2', 'Open to all')
  const one = record({
    items: [shut, open],
    outcomes: [outcome(shut, '1.1', secret)],
    actions: [action(shut, 'A1', secret)],
    targets: [target(shut, secret)],
    head: { startsAt: '2026-03-02T13:15', timeZone: 'Europe/Zurich' },
    session: {
      closedItems: [shut.id],
      interventions: [intervention(secret, shut)],
      attending: [attendee('Canada', { movements: [{ kind: 'arrived', item: shut.id, at: moment }] })],
      proceedings: {
        [shut.id]: { progress: 'closed', openedAt: moment, closedAt: moment, usedMs: 66 * 60_000, extraMinutes: 0 },
      },
    },
  })
  const seen = visibleTo('observer', one)
  expect(await holding(secret, seen)).toEqual([])
  const page = await allOf('record.html', (await made('record.html', seen, context())).bytes)
  expect(page).toMatch(/I\. <span[^>]*>Closed to observers/)
  expect(page).not.toMatch(/\b(66|77) /)
  expect(page).toContain('Open to all')
  for (const name of ['record.docx', 'record.pdf', 'record.md', 'agenda.md', 'agenda.ics'] as const) {
    expect(await allOf(name, (await made(name, seen, context())).bytes), name).toContain('Closed to observers')
  }
  // Those who may see it are told all of it, and that observers are not.
  expect((await holding(secret, one)).length).toBeGreaterThan(15)
})

test('[EXP5] under the rule `none` nobody is named in any document, under `delegationType` no speaker and no delegate', async () => {
  const under = item('1', 'One')
  const parts = (attribution: 'delegationType' | 'none') =>
    record({
      items: [under],
      head: { attribution },
      session: {
        attending: [attendee('Freedonia', { delegates: [{ person: null, name: secret, function: null }] })],
        interventions: [intervention(secret, under), intervention(secret, null, { onBehalfOf: secret })],
        history: [{ phase: 'draft', at: moment, actor: { role: 'rapporteur', name: secret } }],
      },
    })
  expect(await holding(secret, parts('none'))).toEqual([])
  expect(await holding('Freedonia', parts('none'))).toEqual([])
  expect(await holding(secret, parts('delegationType'))).toEqual([])
  expect((await holding('Freedonia', parts('delegationType'))).length).toBeGreaterThan(3)
  const named = record({ ...parts('none'), head: { attribution: 'named' } })
  expect((await holding(secret, named)).length).toBeGreaterThan(3)
})

test('[EXP6] each outcome says in words how firm it is; the view of the Coordinator is introduced as that; an empty actor stays empty', () => {
  const under = item('1', 'One')
  const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred', null] as const
  const fixing = { standing: 'agreed', at: moment, actor: { role: 'rapporteur', name: null } } as const
  const one = record({
    items: [under],
    head: { timeZone: 'Europe/Zurich' },
    outcomes: standings.map((standing, index) =>
      outcome(under, `1.${index + 1}`, 'the words', { standing, fixing: standing === 'agreed' ? fixing : null, actor: null }),
    ),
  })
  const said = paragraphs(composeDocument('record', one, context()))
  expect(said).toEqual([
    'recognised the words (Outcome 1.1, proposed, not agreed)',
    'recognised the words (Outcome 1.2, in square brackets, not agreed)',
    'recognised the words (Outcome 1.3, agreed, 14:15)',
    'View of the Coordinator: recognised the words (Outcome 1.4, the view of the Coordinator, not an outcome of the group)',
    'recognised the words (Outcome 1.5, no agreement)',
    'recognised the words (Outcome 1.6, deferred)',
    'recognised the words (Outcome 1.7, standing not stated)',
  ])
  const whose = outcome(under, '1.1', 'the words', { actor: { words: 'The Group' }, kind: '' })
  const other = record({ items: [under], outcomes: [whose, { ...whose, standing: 'coordinatorView' }] })
  expect(paragraphs(composeDocument('record', other, context()))).toEqual([
    'The Group the words (Outcome 1.1, proposed, not agreed, no operative word yet)',
    'View of the Coordinator: the words (Outcome 1.1, the view of the Coordinator, not an outcome of the group)',
  ])
})

test('[EXP7] actions tell lead, partners, due, basis and status, and say of what is not stated that it is not', () => {
  const under = item('1', 'One')
  const canada = newId<DelegationId>()
  const one = record({
    items: [under],
    actions: [
      action(under, 'A1', 'Do', {
        lead: { delegation: canada },
        partners: [{ words: 'the ISU' }, { delegation: newId() }],
        due: { date: '2026-09' },
        basis: 'volunteered',
        status: 'inProgress',
      }),
      action(under, 'A2', 'Do more', { basis: 'implied', due: { event: 'the Review Conference' } }),
    ],
  })
  const rows = tableOf(composeDocument('record', one, context({ delegations: { [canada]: { name: 'Canada', code: 'CAN' } } })), 0)
  expect(rows).toEqual([
    ['A1', 'Do\nBasis: volunteered', 'Canada\nwith the ISU and a delegation no longer listed', 'September 2026', 'in progress'],
    ['A2', 'Do more\nBasis: implied', 'not stated', 'the Review Conference', 'open'],
  ])
})

test('[EXP8] what an item took is told beside its plan, with who spoke under it', () => {
  const begun = item('1', 'One', { minutes: 15, extraMinutes: 5, usedMs: 12 * 60_000, progress: 'closed' })
  const put = item('2', 'Two', { minutes: 10, progress: 'putOff' })
  const missed = item('3', 'Three')
  const proceedings = {
    [begun.id]: { progress: 'closed', openedAt: moment, closedAt: moment, usedMs: 12 * 60_000, extraMinutes: 5 } as const,
  }
  const interventions = [
    intervention('Canada', begun),
    intervention('Chile', begun, { intervention: 'reply', onBehalfOf: 'GRULAC', asObserver: true }),
  ]
  const one = record({ items: [begun, put, missed], session: { proceedings, interventions } })
  const remarks = (made: PrintDocument) =>
    made.blocks.flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block.text)] : []))
  expect(remarks(composeDocument('record', one, context()))).toEqual([
    '12 of 20 min used',
    'Speakers: Canada; Chile (right of reply, on behalf of GRULAC, observer)',
    '10 min planned; put off',
    'not reached',
    'Attendance was not recorded.',
  ])
  const byType = record({
    items: [begun],
    head: { attribution: 'delegationType' },
    session: { interventions: interventions.map((turn) => ({ ...turn, speaker: null, onBehalfOf: null })) },
  })
  expect(remarks(composeDocument('record', byType, context()))).toContain('Speakers: State; State (right of reply, observer)')
})

test('[EXP9] attendance is told by delegation, counted, and as it was stated', () => {
  const { record: one, context: beside } = scriptsRecord()
  const document = composeDocument('record', one, beside)
  expect(tableOf(document, 1)).toEqual([
    ['Canada (CAN)', 'State Party', 'Anne Tremblay, Head of delegation', 'present\narrived 14:15, item 1'],
    ['Algérie (ALG)', 'State Party', '', 'present'],
    ['中国 (CHN)', 'State not party\nobserver', '', 'present'],
    ['ICBL (ICBL)', 'Non-governmental organization\nobserver', '', 'present'],
    ['Norway (NOR)', 'State Party', '', 'apologies'],
  ])
  expect(tableOf(document, 2)).toEqual([
    ['States Parties', '2'],
    ['States not party', '1'],
    ['Non-governmental organizations', '1'],
    ['African States', '1'],
    ['Asia-Pacific States', '1'],
    ['Western European and other States', '1'],
    ['Present in all', '4'],
    ['Apologies', '1'],
  ])
  expect(tableOf(document, 3)).toEqual([['States', 'from all regions of the world', 'over 20']])
})

test('[EXP10] a date is printed no more exactly than it was stated, and one that is not stated as not stated', () => {
  const lede = (startsAt: string | null, more: object = {}) =>
    composeDocument('record', record({ head: { startsAt, place: 'Oslo', ...more } }), context()).lede
  expect(lede(null)).toBe('Date not stated, Oslo')
  expect(lede('2002')).toBe('2002, Oslo')
  expect(lede('2002-09')).toBe('September 2002, Oslo')
  expect(lede('2002-09-16')).toBe('Monday 16 September 2002, Oslo')
  expect(lede('2002-09-16T13:15', { endsAt: '2002-09-16T14:45' })).toBe('Monday 16 September 2002, 13:15 to 14:45, Oslo')
  expect(lede('2002-09-16T23:30:00Z', { timeZone: 'Asia/Bangkok' })).toBe('Tuesday 17 September 2002, 06:30, Oslo')
  expect(lede('soon')).toBe('Date not stated, Oslo')
})

test('[EXP11] the fixed words are in the record’s own language where there are such, else in English, with its direction and the same figures', () => {
  const of = (language: string) => composeDocument('record', record({ head: { language, startsAt: '2026-03-02' } }), context())
  expect(of('ar')).toMatchObject({
    direction: 'rtl',
    wordsLanguage: 'ar',
    sections: 'figures',
    mark: { text: 'مشروع غير معتمد' },
  })
  expect(of('ar').lede).toMatch(/^الاثنين 2 مارس 2026/)
  expect(of('fr')).toMatchObject({
    direction: 'ltr',
    wordsLanguage: 'en',
    sections: 'roman',
    mark: { text: 'Draft, not adopted' },
  })
  expect(of('zh-Hans')).toMatchObject({ language: 'zh-Hans', sections: 'figures' })
  expect(of('no language at all!')).toMatchObject({ language: 'und', wordsLanguage: 'en' })
  const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort()
  for (const [key, words] of Object.entries(en)) expect([key, places(ar[key as keyof typeof en])]).toEqual([key, places(words)]) // the keys of this very object
})

test('[EXP12] what stands under no known item is printed at the end and not lost', () => {
  const stray = outcome({ ...item('9', ''), id: newId<ItemId>() }, null, 'Words without a place')
  const document = composeDocument('record', record({ items: [item('1', 'One')], outcomes: [stray] }), context())
  expect(paragraphs(document)).toEqual(['recognised Words without a place (proposed, not agreed)'])
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [wordsOf(block.text)] : []))
  expect(headings).toEqual(['One', 'Not under an item of the agenda', 'Attendance'])
})

test('[EXP13] the agenda has its items and their plan; the follow-up note has results, dates and tasks, the earliest first', () => {
  const one = item('1', 'One', { minutes: 10, purpose: 'agree', lead: { words: 'Norway' } })
  const two = item('2', 'Two', { minutes: 20, closed: true })
  const parts = {
    items: [one, two],
    outcomes: [outcome(one, '1.1', 'the words', { standing: 'agreed' })],
    actions: [
      action(one, 'A1', 'Later', { due: { date: '2027' } }),
      action(two, 'A2', 'Sooner', { due: { date: '2026-12-01' } }),
      action(two, 'A3', 'Some time'),
    ],
  }
  expect(tableOf(composeDocument('agenda', record(parts), context()), 0)).toEqual([
    ['1', 'One', 'For agreement', 'Norway', '10'],
    ['2', 'Two\nClosed to observers', '', '', '20'],
    ['', 'Total', '', '', '30'],
  ])
  const note = composeDocument('follow-up', record(parts), context())
  expect(tableOf(note, 0)).toEqual([['1.1', 'recognised the words', 'agreed']])
  expect(tableOf(note, 2)).toEqual([
    ['Tuesday 1 December 2026', 'A2', 'Sooner'],
    ['2027', 'A1', 'Later'],
  ])
})

test('[EXP14] a moment is shown in the zone of the meeting', () => {
  const under = item('1', 'One')
  const at = (moment + 12 * 3_600_000) as Millis
  const attending = [attendee('Canada', { movements: [{ kind: 'left', item: under.id, at }] })]
  const one = record({ items: [under], head: { timeZone: 'Asia/Bangkok' }, session: { attending } })
  expect(tableOf(composeDocument('record', one, context()), 0)[0]?.[2]).toBe('present\nleft 08:15, item 1')
})

test('[EXP15] the page that is read on the screen and the documents give the same numbers to the same sections and paragraphs', () => {
  const { record: one, context: beside } = scriptsRecord()
  const { blocks, sections } = composeDocument('record', one, beside)
  const printed = blocks.flatMap((block) => {
    if (block.kind === 'heading') return block.number === null ? [] : [sectionMark(block.number, sections)]
    return block.kind === 'numbered' ? [`${block.number}${block.isQualifier ? ' qualifier' : ''}`] : []
  })
  const paper = paperOf(one, 'Group', () => ({ name: 'Canada', code: 'CAN' }))
  const shown = outlineOf(paper.parts).sections.flatMap(({ item: under, paragraphs }) => [
    markOnScreen(under.number, 'en'),
    ...paragraphs.map(({ number, kind }) => `${number}${kind === 'qualifier' ? ' qualifier' : ''}`),
  ])
  expect(printed).toEqual(shown)
  for (let number = 1; number <= 100; number += 1) {
    expect(sectionMark(`${number}.2`, 'roman')).toBe(markOnScreen(`${number}.2`, 'en'))
    expect(sectionMark(String(number), 'figures')).toBe(markOnScreen(String(number), 'ar'))
    expect(sectionMark(`${number} bis`, 'roman')).toBe(markOnScreen(`${number} bis`, 'en'))
  }
})

test('[EXP16] where a version fixed the numbers, every document has those, "7 bis" among them', async () => {
  const { record: one, context: beside } = scriptsRecord()
  const { blocks } = composeDocument('record', one, beside)
  const count = blocks.filter((block) => block.kind === 'numbered').length
  const numbers = ['1', '2', '2 bis', ...Array.from({ length: count - 3 }, (_, place) => String(place + 4))]
  const fixed = { ...beside, numbers }
  const printed = composeDocument('record', one, fixed).blocks.flatMap((block) =>
    block.kind === 'numbered' ? [block.number] : [],
  )
  expect(printed).toEqual(numbers)
  expect(await madeText('record.md', one, fixed)).toMatch(/^2 bis\. /m)
  const html = await madeText('record.html', one, fixed)
  expect(html).toContain('<li data-number="2 bis." id="p2bis"')
  expect(html).toContain('<li value="4" id="p4"')
  for (const name of ['record.docx', 'record.pdf'] as const) {
    const { bytes } = await made(name, one, fixed)
    expect(await allOf(name, bytes)).toMatch(/2 bis\./)
  }
})

function wordsOf(text: PrintText): string {
  return text.map((run) => run.text).join('')
}

function paragraphs({ blocks }: PrintDocument): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'numbered' && block.content.kind === 'text' ? [wordsOf(block.content.text)] : [],
  )
}

/** The cells of the table of this place, as words. */
function tableOf({ blocks }: PrintDocument, place: number): readonly (readonly string[])[] {
  const tables = blocks.filter((block): block is Extract<PrintBlock, { kind: 'table' }> => block.kind === 'table')
  return (tables[place]?.rows ?? []).map((row) => row.map(wordsOf))
}
