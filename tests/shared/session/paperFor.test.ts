import { expect, test } from 'vitest'
import type { ItemId, Millis, OutcomeId } from '../../../shared/base/index.ts'
import {
  type Block,
  forbiddenParts,
  type MeetingRecord,
  type Part,
  partText,
  type RecordPaper,
  withAddendum,
  withWords,
} from '../../../shared/record/index.ts'
import { type PaperSource, paperFor, type RecordVersion, type VersionKind } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { edit, id, newDoc, read } from '../record/world.ts'
import { thailand } from './room.ts'

const item = id<ItemId>(1)
const now = 1 as Millis
type Before = Pick<RecordVersion, 'kind' | 'paper'>

/** A record of one item with these notes, outcomes and actions. */
function record(
  notes: readonly string[],
  outcomes: readonly (readonly [number, string])[] = [],
  actions: readonly number[] = [],
): MeetingRecord {
  const doc = newDoc(1)
  edit(doc, { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Likely candidates' })
  for (const [n, text] of outcomes) {
    edit(doc, { kind: 'outcome.add', id: id<OutcomeId>(n), item, after: 'last', text, values: { kind: 'noted' } })
  }
  for (const n of actions) edit(doc, { kind: 'action.add', id: id(n), item, after: 'last', task: `Task ${n}` })
  const drafted = read(doc)
  const blocks = notes.map((text): Block => ({ kind: 'paragraph', runs: [{ text }] }))
  return { ...drafted, items: drafted.items.map((one) => ({ ...one, notes: blocks })) }
}

let keys = 0
function make(kind: VersionKind, from: MeetingRecord, before: Before | null, more: Partial<PaperSource> = {}): Before {
  const newNoteKey = (of: string) => `note:${of}:new${++keys}`
  const nameOf = () => ({ name: 'Canada', code: 'CAN' })
  const source = { record: from, group: 'Contact Group', nameOf, before, newNoteKey, corrections: [], addition: null, ...more }
  return { kind, paper: paperFor(kind, source) }
}

const cited = ({ paper }: Before) =>
  paper.parts.flatMap((part) => (part.number === null || part.kind === 'item' ? [] : [`${part.number} ${partText(part)}`]))
const keyOf = ({ paper }: Before, words: string) => paper.parts.find((part) => partText(part).includes(words))?.key

test('[AFT40] numbers are free until the first circulation and fixed from there on; notes are known again from the room’s version', () => {
  const room = make('room', record(['Canada opened the meeting.', 'Norway spoke of its fora.'], [[11, 'to meet']]), null)
  const draft = record(['Norway spoke of its regional fora.', 'A film was shown to all.'], [[11, 'to meet']], [21])
  const first = make('circulated', draft, room)
  expect(cited(first)).toEqual([
    '1 Norway spoke of its regional fora.',
    '2 A film was shown to all.',
    '3 noted to meet',
    'A1 Task 21',
  ])
  expect(keyOf(first, 'regional fora')).toBe(keyOf(room, 'its fora'))
  expect(keyOf(first, 'film')).not.toBe(keyOf(room, 'opened'))
  const mended = record(
    ['Norway spoke of its regional fora.'],
    [
      [12, 'to write'],
      [11, 'to meet'],
    ],
    [22, 21],
  )
  const next = make('circulated', mended, first)
  expect(cited(next)).toEqual([
    '1 Norway spoke of its regional fora.',
    '1 bis noted to write',
    '3 noted to meet',
    'A0 bis Task 22',
    'A1 Task 21',
  ])
  expect(next.paper.spent).toEqual(['paragraph 2'])
  expect(cited(make('circulated', draft, null))).toEqual(cited(first))
})

test('[AFT41] what is adopted or withdrawn is the paper before, the very same, whatever the record says now', () => {
  const first = make('circulated', record(['One.']), null)
  const adopted = make('adopted', record(['Quite another.']), first)
  expect(adopted.paper).toBe(first.paper)
  expect(make('withdrawn', record([]), adopted).paper).toBe(first.paper)
  for (const kind of ['adopted', 'withdrawn', 'corrigendum', 'addendum'] as const) {
    expect(() => make(kind, record(['One.']), null)).toThrow()
  }
})

test('[AFT42] a corrigendum changes the words of its paragraphs and no key, number or other part', () => {
  const first = make('circulated', record(['One.', 'Two.'], [[11, 'to meet']], [21]), null)
  const outcome = `outcome:${id(11)}`
  const corrections = [{ part: outcome, number: '3', before: 'noted to meet', after: 'noted to meet in Geneva' }]
  const after = make('corrigendum', record(['Another.']), { ...first, kind: 'adopted' }, { corrections })
  expect(after.paper.parts.map(({ key, number }) => [key, number])).toEqual(
    first.paper.parts.map(({ key, number }) => [key, number]),
  )
  for (const [index, part] of after.paper.parts.entries()) {
    if (part.key !== outcome) expect(part).toBe(first.paper.parts[index])
    else expect([partText(part), part.kind === 'outcome' && part.verb]).toEqual(['noted to meet in Geneva', 'noted'])
  }
})

test('[AFT43] an addendum stands at the end under its title and is numbered on from the last number ever given, as is the next', () => {
  const first = make('circulated', record(['One.', 'Two.', 'The third of the notes.']), null)
  const shorter = make('circulated', record(['One.', 'Two.']), first)
  const once = withAddendum(shorter.paper, 'Statement of Norway', ['Norway is glad.', 'Two.'])
  const twice = withAddendum(once, 'Statement of Canada', ['Canada is glad.'])
  expect(twice.parts.slice(0, once.parts.length)).toEqual(once.parts)
  expect(once.parts.slice(0, shorter.paper.parts.length)).toEqual(shorter.paper.parts)
  expect(twice.parts.slice(-5).map((part) => [part.kind, part.number, partText(part)])).toEqual([
    ['item', null, 'Statement of Norway'],
    ['note', '4', 'Norway is glad.'],
    ['note', '5', 'Two.'],
    ['item', null, 'Statement of Canada'],
    ['note', '6', 'Canada is glad.'],
  ])
  expect(new Set(twice.parts.map(({ key }) => key)).size).toBe(twice.parts.length)
})

type Rule = 'named' | 'delegationType' | 'none'

/** A paper under a rule: of a record in which somebody came, spoke for another and fixed an outcome. */
function ruled(attribution: Rule): RecordPaper {
  const from = record(['One.'], [[11, 'to meet']])
  const entry = { ...thailand, party: { delegation: thailand.id }, state: 'present', movements: [] } as const
  const delegates = [{ person: null, name: 'Anong', function: 'Envoy' }]
  const speaker = { delegation: thailand.id, name: 'Thailand', code: 'THA', type: 'state' } as const
  const turn = { id: id<never>(5), item, speaker, type: 'state', intervention: 'statement', onBehalfOf: 'Chile' } as const
  const interventions = [{ ...turn, asObserver: false, startedAt: now, ms: 5 }]
  const session = { ...from.session, attending: [{ ...entry, delegates }], interventions }
  const actor = { role: 'coordinator', name: attribution === 'named' ? 'Clara' : null } as const
  const outcomes = from.outcomes.map((one) => ({ ...one, fixing: { standing: 'agreed', at: now, actor } as const }))
  return make('circulated', { ...from, head: { ...from.head, attribution }, session, outcomes }, null).paper
}

test('[AFT44] a paper holds no speaker and no name that the attribution rule forbids', () => {
  const holds = (rule: Rule) => JSON.stringify(ruled(rule))
  for (const name of ['Anong', 'Chile', 'Thailand', 'Clara']) expect(holds('named')).toContain(name)
  expect(holds('delegationType')).not.toMatch(/Anong|Chile|Clara|"speaker":\{/)
  expect(holds('delegationType')).toContain('Thailand')
  expect(holds('none')).not.toMatch(/Anong|Chile|Clara|Thailand|turns/)
})

test('[AFT47] of a version made under a looser rule it is known which parts hold what a tighter one forbids', () => {
  const [fixed, speakers, attendance] = [`outcome:${id(11)}`, `speakers:${item}`, 'attendance']
  const forbidden = (made: Rule, now: Rule) => [...forbiddenParts(ruled(made), now)]
  expect(forbidden('named', 'named')).toEqual([])
  expect(forbidden('named', 'delegationType')).toEqual([fixed, speakers, attendance])
  expect(forbidden('named', 'none')).toEqual([fixed, speakers, attendance])
  expect(forbidden('delegationType', 'delegationType')).toEqual([])
  expect(forbidden('delegationType', 'none')).toEqual([speakers, attendance])
  expect(forbidden('none', 'none')).toEqual([])
})

const place = { item, number: '1' }
const text = (...runs: readonly Extract<Block, { kind: 'paragraph' }>['runs'][number][]): readonly Block[] => [
  { kind: 'paragraph', runs },
]
const list: Block = {
  kind: 'bulletList',
  items: [
    text({ text: 'one', bold: true }),
    [...text({ text: 'two' }), { kind: 'orderedList', items: [text({ text: 'inner' })] }],
  ],
}
const canada = { name: 'Canada', code: 'CAN' }
const outcomePart = (actor: typeof canada | null, verb: string): Part => {
  const rest = { ...place, label: '4.1', standing: null, fixing: null }
  return { kind: 'outcome', key: 'outcome:a', ...rest, actor, verb, text: text({ text: 'to meet' }) }
}
const wordy: readonly Part[] = [
  { kind: 'note', key: 'note:a', ...place, block: { kind: 'heading', level: 2, runs: [{ text: 'A heading' }] } },
  { kind: 'note', key: 'note:b', ...place, block: list },
  outcomePart(canada, 'noted'),
  outcomePart(null, 'took note of'),
  outcomePart(null, ''),
  { kind: 'qualifier', key: 'qualifier:a', ...place, outcome: 'a', word: 'however', text: text({ text: 'not all' }) },
  {
    kind: 'target',
    key: 'target:a',
    ...place,
    figure: 25,
    atLeast: true,
    what: text({ text: 'states' }),
    event: null,
    whose: null,
  },
]

test('[AFT45] a corrected part reads exactly as its new words say', () => {
  const word = fc.constantFrom('Canada', 'noted', 'took', 'note', 'of', 'however', 'to', 'meet', '25', 'العربية', '汉字', 'two')
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  const words = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(fc.constantFrom(...wordy), words, (part, after) => {
      const made = withWords(part, after)
      expect(partText(made)).toBe(after)
      expect([made.kind, made.key, made.number]).toEqual([part.kind, part.key, part.number])
    }),
    { numRuns: 2_000 },
  )
})

test('[AFT46] words that stay keep their marks and links, and actor and operative word stay such as long as the new words begin with them', () => {
  const link = 'https://example.org/'
  const runs = [{ text: 'See ' }, { text: 'the paper', link }, { text: ' of Norwy', bold: true as const }, { text: '.' }]
  const note: Part = { kind: 'note', key: 'note:a', ...place, block: { kind: 'paragraph', runs } }
  expect(withWords(note, 'See the paper of Norway.')).toMatchObject({
    block: { runs: [{ text: 'See ' }, { text: 'the paper', link }, { text: ' of ', bold: true }, { text: 'Norway.' }] },
  })
  expect(withWords(outcomePart(canada, 'noted'), 'Canada noted again')).toMatchObject({ actor: canada, verb: 'noted' })
  expect(withWords(outcomePart(canada, 'noted'), 'Canada welcomed it')).toMatchObject({ actor: canada, verb: '' })
  expect(withWords(outcomePart(canada, 'noted'), 'Chile noted it')).toMatchObject({ actor: null, verb: '' })
  const items = [
    text({ text: 'one', bold: true }),
    [...text({ text: '2' }), { kind: 'orderedList', items: [text({ text: 'inner' })] }],
  ]
  expect(withWords({ kind: 'note', key: 'note:b', ...place, block: list }, 'one\n2\ninner')).toMatchObject({ block: { items } })
  const silent: Part = { kind: 'speakers', key: 'speakers:', item: null, number: null, turns: [] }
  expect(withWords(silent, 'words')).toBe(silent)
})
