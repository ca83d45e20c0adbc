import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ActionId, ItemId, OutcomeId } from '../../../shared/base/index.ts'
import {
  createReader,
  findText,
  type MeetingRecord,
  plainText,
  type RecordEdit,
  readRecord,
} from '../../../shared/record/index.ts'
import { edit, id, meet, meetingId, newDoc, read, session, wordsOf } from './world.ts'

const item = (n: number) => id<ItemId>(n)
const outcome = (n: number) => id<OutcomeId>(100 + n)
const add = (n: number, parent: ItemId | null = null): RecordEdit => ({
  kind: 'item.add',
  id: item(n),
  parent,
  after: 'last',
  title: `Item ${n}`,
})
const addOutcome = (n: number, of: number): RecordEdit => ({
  kind: 'outcome.add',
  id: outcome(n),
  item: item(of),
  after: 'last',
  text: `Outcome ${n}`,
})
const itemMap = (doc: Y.Doc, n: number) => doc.getMap<Y.Map<unknown>>('items').get(item(n))

const outline = (record: MeetingRecord) => record.items.map((view) => `${view.number} ${plainText(view.title)}`)

test('[REC30] a cycle that merging made is broken the same way everywhere: the smaller id goes top level', () => {
  const doc = newDoc(1)
  edit(doc, add(1), add(2))
  const other = newDoc(2, Y.encodeStateAsUpdate(doc))
  edit(doc, { kind: 'item.move', id: item(1), parent: item(2), after: null })
  edit(other, { kind: 'item.move', id: item(2), parent: item(1), after: null })
  meet(doc, other)
  const small = item(1) < item(2) ? 1 : 2
  expect(outline(read(doc))).toEqual([`1 Item ${small}`, `1.1 Item ${3 - small}`])
  expect(outline(read(other))).toEqual(outline(read(doc)))
})

test('[REC31] where merging nested items deeper than one level, the smaller id goes top level', () => {
  for (const [top, middle, bottom] of [
    [1, 2, 3],
    [1, 3, 2],
    [3, 1, 2],
    [2, 1, 3],
  ] as const) {
    const doc = newDoc(1)
    edit(doc, add(1), add(2), add(3))
    const other = newDoc(2, Y.encodeStateAsUpdate(doc))
    edit(doc, { kind: 'item.move', id: item(middle), parent: item(top), after: null })
    edit(other, { kind: 'item.move', id: item(bottom), parent: item(middle), after: null })
    meet(doc, other)
    const views = new Map(read(doc).items.map((view) => [view.id, view.parent]))
    const expected = item(middle) < item(bottom) ? [null, item(middle)] : [item(top), null]
    expect([views.get(item(middle)), views.get(item(bottom))]).toEqual(expected)
    expect(outline(read(other))).toEqual(outline(read(doc)))
  }
})

test('[REC32] an item under an unknown item stands at the top', () => {
  const doc = newDoc(1)
  edit(doc, add(1))
  itemMap(doc, 1)?.set('parent', item(77))
  expect(read(doc).items[0]).toMatchObject({ number: '1', parent: null })
})

test('[REC82] no two things have one number: the outcomes of an item are counted after its parts', () => {
  const doc = newDoc(1)
  edit(doc, add(1), add(2, item(1)), add(3, item(1)), addOutcome(1, 1), addOutcome(2, 2), addOutcome(3, 1))
  const { items, outcomes } = read(doc)
  expect(items.map((view) => view.number)).toEqual(['1', '1.1', '1.2'])
  expect(outcomes.map((view) => view.number)).toEqual(['1.3', '1.4', '1.1.1'])
})

test('[REC33] an outcome of an unknown item stays readable, at the end and without a number', () => {
  const doc = newDoc(1)
  edit(doc, add(1), addOutcome(1, 1), addOutcome(2, 1))
  doc.getMap<Y.Map<unknown>>('outcomes').get(outcome(1))?.set('item', item(77))
  expect(read(doc).outcomes.map((view) => [view.number, plainText(view.text), view.item])).toEqual([
    ['1.1', 'Outcome 2', item(1)],
    [null, 'Outcome 1', item(77)],
  ])
})

test('[REC34] extra paragraphs and line breaks of a title are joined with a space', () => {
  const doc = newDoc(1)
  edit(doc, add(1))
  const paragraph = new Y.XmlElement('paragraph')
  findText(doc, { root: 'items', id: item(1), field: 'title' })?.insert(1, [new Y.XmlElement('paragraph'), paragraph])
  paragraph.insert(0, [new Y.XmlText('and \n\r more')])
  expect(read(doc).items[0]?.title).toEqual([{ kind: 'paragraph', runs: [{ text: 'Item 1 and more' }] }])
})

test('[REC35] broken values read as null or their default, and unknown nodes are passed over', () => {
  const doc = newDoc(1)
  edit(doc, add(1), { kind: 'action.add', id: id<ActionId>(200), item: item(1), after: null, task: 'Write' })
  const values = {
    minutes: 'many',
    lead: { delegation: 'x', more: 1 },
    purpose: 'fun',
    papers: [{ title: 'x', url: 'javascript:x' }],
    removed: 'yes',
    order: 7,
    title: 'no text',
  }
  for (const [field, value] of Object.entries(values)) itemMap(doc, 1)?.set(field, value)
  doc.getMap<Y.Map<unknown>>('actions').get(id<ActionId>(200))?.set('due', { date: 'soon' })
  findText(doc, { root: 'items', id: item(1), field: 'notes' })?.insert(0, [new Y.XmlElement('script')])
  doc.getMap('items').set('not an id', new Y.Map())
  doc.getMap('items').set(item(2), 'not an entry')
  const record = read(doc)
  expect(record.items).toHaveLength(1)
  expect(record.items[0]).toMatchObject({
    minutes: null,
    lead: null,
    purpose: null,
    papers: [],
    removed: false,
    order: '',
    title: [{ kind: 'paragraph', runs: [] }],
  })
  expect(record.items[0]?.notes).toEqual([{ kind: 'paragraph', runs: [] }])
  expect(record.actions[0]).toMatchObject({ due: null, basis: 'agreed', number: 'A1' })
})

test('[REC36] a link that is not http, https or mailto reads as plain words, and control characters are left out', () => {
  const doc = newDoc(1)
  edit(doc, add(1))
  const words = wordsOf(findText(doc, { root: 'items', id: item(1), field: 'notes' }))
  words.insert(0, 'a\u0000b', { link: { href: 'java\nscript:alert(1)' } })
  words.insert(3, 'c', { link: { href: 'https://example.org/' } })
  expect(read(doc).items[0]?.notes).toEqual([
    { kind: 'paragraph', runs: [{ text: 'ab' }, { text: 'c', link: 'https://example.org/' }] },
  ])
})

test('[REC36] a line break among marked words reads like one of the editor, without marks', () => {
  const doc = newDoc(1)
  edit(doc, add(1))
  const words = wordsOf(findText(doc, { root: 'items', id: item(1), field: 'notes' }))
  words.insert(0, 'one\r\ntwo', { bold: {} })
  const runs = [{ text: 'one', bold: true }, { text: '\n' }, { text: 'two', bold: true }]
  expect(read(doc).items[0]?.notes).toEqual([{ kind: 'paragraph', runs }])
})

test('[REC37] reading changes nothing in the document', () => {
  const doc = newDoc(1)
  edit(doc, add(1), addOutcome(1, 1))
  findText(doc, { root: 'items', id: item(1), field: 'notes' })?.insert(0, [new Y.XmlElement('script')])
  const before = Y.encodeStateAsUpdate(doc)
  doc.on('update', () => {
    throw new Error('reading wrote')
  })
  read(doc)
  const reader = createReader(doc)
  reader.read(meetingId, session)
  reader.close()
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('[REC38] standing, status and closed come from the session, and a standing the source does not say is null', () => {
  const doc = newDoc(1)
  edit(doc, add(1), addOutcome(1, 1), addOutcome(2, 1), addOutcome(3, 1), {
    kind: 'action.add',
    id: id<ActionId>(200),
    item: item(1),
    after: null,
    task: 'Write',
  })
  const facts = {
    ...session,
    standings: { [outcome(1)]: 'agreed', [outcome(2)]: null } as const,
    statuses: { [id<ActionId>(200)]: 'done' } as const,
    closedItems: [item(1)],
  }
  const record = readRecord(doc, meetingId, facts)
  expect(record.outcomes.map((view) => view.standing)).toEqual(['agreed', null, 'proposed'])
  expect(record.actions[0]?.status).toBe('done')
  expect(record.items[0]?.closed).toBe(true)
  expect('seq' in record.session || 'head' in record.session).toBe(false)
})

test('[REC39] between two readings everything that did not change is the same object', () => {
  const doc = newDoc(1)
  edit(doc, add(1), add(2), addOutcome(1, 1), addOutcome(2, 2))
  const reader = createReader(doc)
  const before = reader.read(meetingId, session)
  expect(reader.read(meetingId, session)).toBe(before)
  wordsOf(findText(doc, { root: 'items', id: item(1), field: 'notes' })).insert(0, 'typed')
  const after = reader.read(meetingId, session)
  expect(after.outcomes).toBe(before.outcomes)
  expect(after.actions).toBe(before.actions)
  expect(after.items[1]).toBe(before.items[1])
  expect(after.items[0]).not.toBe(before.items[0])
  expect(after.items[0]?.title).toBe(before.items[0]?.title)
  expect(plainText(after.items[0]?.notes ?? [])).toBe('typed')
  edit(doc, { kind: 'item.set', id: item(1), values: { minutes: 3 } })
  expect(reader.read(meetingId, session).items[0]?.notes).toBe(after.items[0]?.notes)
})
