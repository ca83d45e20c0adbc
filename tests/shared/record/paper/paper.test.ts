import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ItemId, MeetingId, OutcomeId } from '../../../../shared/base/index.ts'
import {
  applyEdit,
  canonicalJson,
  comparePapers,
  compareWords,
  fingerprintOf,
  type Part,
  paperOf,
  partHash,
  partText,
  type RecordPaper,
  readRecord,
  settle,
} from '../../../../shared/record/index.ts'
import { id, must, newDoc, session } from '../world.ts'

const meetingId = id<MeetingId>(900)
const item = id<ItemId>(1)
const second = id<ItemId>(2)
const digest = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const nameOf = () => ({ name: 'Canada', code: 'CAN' })

/** A record of two items: notes as given, outcomes under the first. */
function paper(
  notes: readonly string[],
  outcomes: readonly (readonly [number, string])[],
  actions: readonly number[] = [],
): RecordPaper {
  const doc = newDoc(1)
  must(applyEdit(doc, { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Fora' }, null))
  must(applyEdit(doc, { kind: 'item.add', id: second, parent: null, after: 'last', title: 'Partners' }, null))
  for (const [number, text] of outcomes) {
    const outcome = id<OutcomeId>(number)
    must(applyEdit(doc, { kind: 'outcome.add', id: outcome, item, after: 'last', text, values: { kind: 'agreed' } }, null))
  }
  for (const number of actions) {
    must(applyEdit(doc, { kind: 'action.add', id: id(number), item: second, after: 'last', task: `Task ${number}` }, null))
  }
  const record = readRecord(doc, meetingId, session)
  const blocks = notes.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] }))
  const items = record.items.map((one) => (one.id === item ? { ...one, notes: blocks } : one))
  return paperOf({ ...record, items }, 'Contact Group', nameOf)
}

let made = 0
const newNoteKey = (of: string) => `note:${of}:new${++made}`
const numbers = ({ parts }: RecordPaper, kind: Part['kind']) =>
  parts.filter((part) => part.kind === kind).map((part) => part.number)
const numberOf = ({ parts }: RecordPaper, words: string) => parts.find((part) => partText(part).includes(words))?.number

describe('numbers', () => {
  test('[PAP30] what was removed, and what stands under something removed, is no part of a paper', () => {
    const doc = newDoc(1)
    const add = (which: ItemId, parent: ItemId | null, title: string) =>
      must(applyEdit(doc, { kind: 'item.add', id: which, parent, after: 'last', title }, null))
    add(item, null, 'Fora')
    add(second, item, 'Registration')
    const outcome = id<OutcomeId>(11)
    must(applyEdit(doc, { kind: 'outcome.add', id: outcome, item: second, after: 'last', text: 'to ask', values: {} }, null))
    const keys = () => paperOf(readRecord(doc, meetingId, session), 'Contact Group', nameOf).parts.map(({ key }) => key)
    expect(keys()).toEqual([`item:${item}`, `item:${second}`, `outcome:${outcome}`])
    must(applyEdit(doc, { kind: 'item.remove', id: item }, null))
    expect(keys()).toEqual([])
  })

  test('[PAP1] paragraphs are numbered through the whole paper, actions and items in series of their own', () => {
    const first = paper(['One note.', 'Another note.'], [[11, 'to meet again']], [21, 22])
    expect(numbers(first, 'note')).toEqual(['1', '2'])
    expect(numbers(first, 'outcome')).toEqual(['3'])
    expect(numbers(first, 'action')).toEqual(['A1', 'A2'])
    expect(numbers(first, 'item')).toEqual(['1', '2'])
  })

  test('[PAP2] what was circulated keeps its number; what comes between is bis, what comes last counts on, and no number comes back', () => {
    const outcomes = [
      [11, 'to meet again'],
      [12, 'to report back'],
      [13, 'to raise the subject'],
    ] as const
    const first = paper(['The Group met in Geneva in the morning.'], outcomes, [21, 22])
    const later = paper(
      ['The Group met in Geneva in the afternoon.', 'Rain fell.'],
      [
        [11, 'to meet again soon'],
        [14, 'to write first'],
        [15, 'to write twice'],
        [13, 'to raise the subject'],
        [16, 'to thank'],
      ],
      [21, 23, 22, 24],
    )
    const settled = settle(later, first, newNoteKey)
    expect(numberOf(settled, 'afternoon')).toBe('1')
    expect(numberOf(settled, 'Rain fell')).toBe('1 bis')
    expect(numberOf(settled, 'meet again soon')).toBe('2')
    expect(numberOf(settled, 'write first')).toBe('2 bis')
    expect(numberOf(settled, 'write twice')).toBe('2 ter')
    expect(numberOf(settled, 'raise the subject')).toBe('4')
    expect(numberOf(settled, 'to thank')).toBe('5')
    expect(numbers(settled, 'action')).toEqual(['A1', 'A1 bis', 'A2', 'A3'])
    expect(settled.spent).toEqual(['paragraph 3'])
    // The last paragraph goes, too, and in the version after somebody adds one: 5 is not given again, nor is 3.
    const shorter = settle(
      paper(['The Group met in Geneva in the afternoon.'], [[11, 'to meet again soon']], [21]),
      settled,
      newNoteKey,
    )
    const longer = settle(
      paper(
        [],
        [
          [11, 'to meet again soon'],
          [12, 'to report back'],
          [17, 'to go on'],
        ],
        [21, 25],
      ),
      shorter,
      newNoteKey,
    )
    expect(numberOf(longer, 'to report back')).toBe('6')
    expect(numberOf(longer, 'to go on')).toBe('7')
    expect(numbers(longer, 'action')).toEqual(['A1', 'A4'])
    expect(new Set(longer.parts.map((part) => part.key)).size).toBe(longer.parts.length)
  })

  test('[PAP3] a note that was changed is still the same note, and a new one beside it is not taken for it', () => {
    const first = paper(['Several delegations spoke of regional fora and of partners.', 'The ICRC thanked the host.'], [])
    const later = paper(
      ['A film was shown.', 'Several delegations spoke of regional fora, partners and funds.', 'The ICRC thanked the host.'],
      [],
    )
    const settled = settle(later, first, newNoteKey)
    const keyOf = (from: RecordPaper, words: string) => from.parts.find((part) => partText(part).includes(words))?.key
    expect(keyOf(settled, 'regional fora')).toBe(keyOf(first, 'regional fora'))
    expect(keyOf(settled, 'ICRC')).toBe(keyOf(first, 'ICRC'))
    expect(keyOf(settled, 'film')).toMatch(/new\d+$/)
  })
})

const sealed = (from: RecordPaper) => {
  const { parts, ...head } = from
  return { head, parts: parts.map((part) => ({ salt: randomBytes(16).toString('base64url'), part })) }
}

describe('fingerprint', () => {
  test('[PAP4] canonical JSON sorts keys, writes numbers and letters one way, and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é\n'], '\u20ac': 1e21, A: -0 })).toBe(
      '{"A":0,"a":[true,null,"é\\n"],"b":1,"\u20ac":1e+21}',
    )
    expect(canonicalJson({ a: undefined })).toBe('{}')
    expect(() => canonicalJson({ a: Number.NaN })).toThrow()
    expect(() => canonicalJson('\ud800')).toThrow()
  })

  test('[PAP5] the fingerprint can be checked on a copy in which a part is only its hash, and changes with every letter, salt and place', async () => {
    const whole = sealed(paper(['One note.'], [[11, 'to meet again']], [21]))
    const fingerprint = await fingerprintOf(whole, digest)
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    for (const [index, part] of whole.parts.entries()) {
      const hidden = { ...whole, parts: whole.parts.with(index, { hash: await partHash(part, digest) } as never) }
      expect(await fingerprintOf(hidden, digest)).toBe(fingerprint)
    }
    const other = async (change: Partial<typeof whole>) => fingerprintOf({ ...whole, ...change }, digest)
    expect(await other({ parts: whole.parts.toReversed() })).not.toBe(fingerprint)
    expect(await other({ parts: whole.parts.slice(1) })).not.toBe(fingerprint)
    expect(await other({ head: { ...whole.head, group: 'contact Group' } })).not.toBe(fingerprint)
    const [first] = whole.parts
    if (first === undefined) throw new Error('A paper has parts')
    expect(await other({ parts: whole.parts.with(0, { ...first, salt: randomBytes(16).toString('base64url') }) })).not.toBe(
      fingerprint,
    )
  })
})

describe('bytes', () => {
  test('[PAP5] hash and fingerprint are what anybody gets with SHA-256 over salt and canonical JSON in UTF-8, in every script', async () => {
    const whole = sealed(paper(['Façade, العربية, 汉字, 𝄞.'], [[11, 'to meet again']]))
    const hashes = whole.parts.map(({ salt, part }) =>
      createHash('sha256').update(Buffer.from(salt, 'base64url')).update(canonicalJson(part), 'utf8').digest('hex'),
    )
    expect(await Promise.all(whole.parts.map((one) => partHash(one, digest)))).toEqual(hashes)
    const expected = createHash('sha256')
      .update(canonicalJson({ head: whole.head, parts: hashes }), 'utf8')
      .digest('hex')
    expect(await fingerprintOf(whole, digest)).toBe(expected)
  })
})

describe('comparing', () => {
  test('[PAP6] two texts are compared word by word, and what is same or removed is the earlier text, what is same or added the later', () => {
    const pairs = [
      ['It was noted that some states', 'It was underscored that increasing numbers of states'],
      ['أشار الفريق إلى أهمية المحافل', 'أكد الفريق أهمية المحافل الإقليمية'],
      ['小组注意到一些国家', '小组强调越来越多的国家'],
      ['', 'new'],
    ] as const
    for (const [before, after] of pairs) {
      const changes = compareWords(before, after)
      const text = (without: string) => changes.flatMap((one) => (one.what === without ? [] : [one.text])).join('')
      expect(text('added')).toBe(before)
      expect(text('removed')).toBe(after)
    }
    expect(compareWords('It was noted that', 'It was underscored that').filter((one) => one.what !== 'same')).toEqual([
      { what: 'removed', text: 'noted' },
      { what: 'added', text: 'underscored' },
    ])
  })

  test('[PAP7] a comparison tells what was added, removed and changed, in words and in facts, in the place where it stands', () => {
    const first = paper(
      ['A note.'],
      [
        [11, 'to meet again'],
        [12, 'to report back'],
      ],
      [21],
    )
    const later = paper(
      ['A note.'],
      [
        [11, 'to meet soon'],
        [14, 'to write'],
      ],
      [21],
    )
    const changes = comparePapers(first, settle(later, first, newNoteKey))
    const seen = changes.filter((change) => change.what !== 'same').map(({ key, what }) => [key, what])
    expect(seen).toEqual([
      [`outcome:${id(11)}`, 'changed'],
      [`outcome:${id(12)}`, 'removed'],
      [`outcome:${id(14)}`, 'added'],
    ])
    const decided = {
      ...first,
      parts: first.parts.map((part) => (part.kind === 'outcome' ? { ...part, standing: 'agreed' as const } : part)),
    }
    expect(
      comparePapers(first, decided)
        .filter((one) => one.what === 'changed')
        .map((one) => one.fields),
    ).toEqual([['standing'], ['standing']])
    expect(comparePapers(first, first).every((change) => change.what === 'same')).toBe(true)
  })
})
