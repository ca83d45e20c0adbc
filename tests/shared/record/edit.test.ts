import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ActionId, DelegationId, ItemId, OutcomeId, QualifierId, TargetId } from '../../../shared/base/index.ts'
import { applyEdit, createRecordDocument, findText, limits, plainText, type RecordEdit } from '../../../shared/record/index.ts'
import { edit, id, meet, must, newDoc, read, refusalOf, wordsOf } from './world.ts'

const item = (n: number) => id<ItemId>(n)
const outcome = (n: number) => id<OutcomeId>(100 + n)
const action = (n: number) => id<ActionId>(200 + n)
const target = (n: number) => id<TargetId>(300 + n)
const qualifier = (n: number) => id<QualifierId>(400 + n)
const canada = { delegation: id<DelegationId>(500) }

const addItem = (n: number, title: string, parent: ItemId | null = null): RecordEdit => ({
  kind: 'item.add',
  id: item(n),
  parent,
  after: 'last',
  title,
})
const addOutcome = (n: number, text: string, of = 1): RecordEdit => ({
  kind: 'outcome.add',
  id: outcome(n),
  item: item(of),
  after: 'last',
  values: { kind: 'recognised', actor: { words: 'the Group' } },
  text,
})

function agenda(...titles: readonly string[]) {
  const doc = newDoc(1)
  edit(doc, ...titles.map((title, index) => addItem(index + 1, title)))
  return doc
}
const titles = (doc: Y.Doc) => read(doc).items.map((view) => `${view.number ?? '-'} ${plainText(view.title)}`)

test('[REC10] items are numbered by their order, and children below their item', () => {
  const doc = agenda('One', 'Two')
  edit(doc, addItem(3, 'Inside', item(1)), { kind: 'item.add', id: item(4), parent: null, after: null, title: 'First' })
  expect(titles(doc)).toEqual(['1 First', '2 One', '2.1 Inside', '3 Two'])
})

test('[REC11] moving an item touches its place alone', () => {
  const doc = agenda('One', 'Two', 'Three')
  const before = read(doc).items.find((view) => view.id === item(1))
  edit(doc, { kind: 'item.move', id: item(1), parent: null, after: item(3) })
  const after = read(doc).items.find((view) => view.id === item(1))
  expect(titles(doc)).toEqual(['1 Two', '2 Three', '3 One'])
  expect({ ...after, order: before?.order, number: before?.number }).toEqual(before)
})

test('[REC12] items are nested one level deep at most', () => {
  const doc = agenda('One', 'Two')
  edit(doc, addItem(3, 'Inside', item(1)))
  expect(refusalOf(applyEdit(doc, addItem(4, 'Deeper', item(3)), 'test'))).toBe('invalid')
  expect(refusalOf(applyEdit(doc, { kind: 'item.move', id: item(1), parent: item(2), after: null }, 'test'))).toBe('invalid')
  expect(refusalOf(applyEdit(doc, { kind: 'item.move', id: item(2), parent: item(2), after: null }, 'test'))).toBe('invalid')
})

test('[REC13] removing sets a mark: the words stay, numbers close up, and restoring brings all back', () => {
  const doc = agenda('One', 'Two')
  edit(doc, addOutcome(1, 'A need'))
  const undo = edit(doc, { kind: 'item.remove', id: item(1) })
  expect(titles(doc)).toEqual(['- One', '1 Two'])
  expect(read(doc).outcomes.map((view) => view.number)).toEqual([null])
  expect(undo).toEqual({ kind: 'item.restore', id: item(1) })
  if (undo !== null) edit(doc, undo)
  expect(titles(doc)).toEqual(['1 One', '2 Two'])
  expect(read(doc).outcomes.map((view) => view.number)).toEqual(['1.1'])
})

test('[REC14] words typed into an item while another removes or moves it are in the record', () => {
  const doc = agenda('One', 'Two')
  const other = newDoc(2, Y.encodeStateAsUpdate(doc))
  edit(doc, { kind: 'item.remove', id: item(1) }, { kind: 'item.move', id: item(2), parent: null, after: null })
  wordsOf(findText(other, { root: 'items', id: item(1), field: 'title' })).insert(3, ' more')
  wordsOf(findText(other, { root: 'items', id: item(2), field: 'title' })).insert(3, ' more')
  meet(doc, other)
  expect(titles(doc)).toEqual(['1 Two more', '- One more'])
  expect(titles(other)).toEqual(titles(doc))
})

test('[REC15] one edit is one transaction with its origin', () => {
  const doc = agenda('One')
  const origins: unknown[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin))
  must(applyEdit(doc, addOutcome(1, 'A need'), 'mine'))
  expect(origins).toEqual(['mine'])
})

test('[REC16] a refused edit writes nothing', () => {
  const doc = agenda('One')
  const state = Y.encodeStateAsUpdate(doc)
  const refused: readonly (readonly [RecordEdit, string])[] = [
    [addItem(1, 'Again'), 'conflict'],
    [{ ...addItem(2, 'Bad id'), id: 'x' as ItemId } as RecordEdit, 'invalid'],
    [addItem(2, 'x'.repeat(limits.titleLength + 1)), 'overLimit'],
    [addOutcome(1, 'Nowhere', 9), 'notFound'],
    [{ kind: 'item.set', id: item(1), values: { minutes: -1 } }, 'invalid'],
    [{ kind: 'item.set', id: item(9), values: { minutes: 5 } }, 'notFound'],
    [{ kind: 'item.set', id: item(1), values: { papers: [{ title: 'x', url: 'javascript:alert(1)' }] } }, 'invalid'],
    [{ kind: 'text.set', path: { root: 'items', id: item(9), field: 'title' }, text: 'x' }, 'notFound'],
    [{ kind: 'note.become', item: item(1), at: [7], into: { part: 'outcome', id: outcome(1), after: null } }, 'notFound'],
  ]
  for (const [one, code] of refused) expect(refusalOf(applyEdit(doc, one, 'test')), one.kind).toBe(code)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(state)
})

describe('undoing', () => {
  test('[REC17] every edit can be taken back by name, and again', () => {
    const doc = agenda('One', 'Two')
    edit(
      doc,
      addOutcome(1, 'A need'),
      { kind: 'qualifier.add', outcome: outcome(1), id: qualifier(1), after: null, text: 'yet' },
      { kind: 'action.add', id: action(1), item: item(1), after: null, task: 'Write' },
      { kind: 'target.add', id: target(1), item: item(1), after: null, what: 'states', values: { figure: 145, atLeast: true } },
    )
    const edits: readonly RecordEdit[] = [
      { kind: 'item.set', id: item(1), values: { lead: canada, purpose: 'agree', minutes: 20 } },
      { kind: 'item.move', id: item(1), parent: null, after: item(2) },
      { kind: 'item.remove', id: item(1) },
      { kind: 'outcome.set', id: outcome(1), values: { kind: 'agreed', actor: null } },
      { kind: 'outcome.move', id: outcome(1), item: item(2), after: null },
      { kind: 'outcome.remove', id: outcome(1) },
      { kind: 'qualifier.set', outcome: outcome(1), id: qualifier(1), values: { kind: 'noted' } },
      {
        kind: 'action.set',
        id: action(1),
        values: { lead: { words: 'all' }, due: { event: 'the Review Conference' }, basis: 'implied' },
      },
      { kind: 'action.addPartner', id: action(1), partner: canada },
      { kind: 'action.remove', id: action(1) },
      { kind: 'target.set', id: target(1), values: { figure: 150 } },
      { kind: 'target.remove', id: target(1) },
      { kind: 'text.set', path: { root: 'outcomes', id: outcome(1), field: 'text' }, text: 'The need' },
    ]
    for (const one of edits) {
      const before = read(doc)
      const undo = edit(doc, one)
      const done = read(doc)
      expect(done, one.kind).not.toEqual(before)
      if (undo === null) throw new Error(`${one.kind} cannot be taken back`)
      const redo = edit(doc, undo)
      expect(read(doc), one.kind).toEqual(before)
      if (redo === null) throw new Error(`${one.kind} cannot be done again`)
      const again = edit(doc, redo)
      expect(read(doc), one.kind).toEqual(done)
      if (again !== null) edit(doc, again)
    }
  })

  test('[REC18] taking back a value is refused once somebody else has changed it', () => {
    const doc = agenda('One')
    const undo = edit(doc, { kind: 'item.set', id: item(1), values: { minutes: 20 } })
    edit(doc, { kind: 'item.set', id: item(1), values: { minutes: 30 } })
    if (undo === null) throw new Error('no undoing')
    expect(refusalOf(applyEdit(doc, undo, 'test'))).toBe('stale')
    expect(read(doc).items[0]?.minutes).toBe(30)
  })

  test('[REC19] taking back a creation marks it removed and keeps what others typed in it', () => {
    const doc = agenda('One')
    const undo = edit(doc, addOutcome(1, 'A need'))
    wordsOf(findText(doc, { root: 'outcomes', id: outcome(1), field: 'text' })).insert(6, ' of others')
    if (undo === null) throw new Error('no undoing')
    edit(doc, undo)
    expect(read(doc).outcomes.map((view) => [view.removed, plainText(view.text)])).toEqual([[true, 'A need of others']])
  })

  test('[REC20] a qualifier that was removed comes back as a copy in its place', () => {
    const doc = agenda('One')
    const add = (n: number, text: string): RecordEdit => ({
      kind: 'qualifier.add',
      outcome: outcome(1),
      id: qualifier(n),
      after: 'last',
      values: { kind: 'noted' },
      text,
    })
    edit(doc, addOutcome(1, 'A need'), add(1, 'first'), add(2, 'second'), add(3, 'third'))
    const undo = edit(doc, { kind: 'qualifier.remove', outcome: outcome(1), id: qualifier(2), undoId: qualifier(9) })
    const texts = () => read(doc).outcomes[0]?.qualifiers.map((view) => plainText(view.text))
    expect(texts()).toEqual(['first', 'third'])
    if (undo !== null) edit(doc, undo)
    expect(texts()).toEqual(['first', 'second', 'third'])
    expect(read(doc).outcomes[0]?.qualifiers[1]?.kind).toBe('noted')
  })
})

test('[REC21] setting a line changes only the letters that differ, so that words typed beside them stay', () => {
  const doc = agenda('Likely candidates')
  const other = newDoc(2, Y.encodeStateAsUpdate(doc))
  edit(doc, { kind: 'text.set', path: { root: 'items', id: item(1), field: 'title' }, text: 'Most likely candidates' })
  wordsOf(findText(other, { root: 'items', id: item(1), field: 'title' })).insert(17, ' to join')
  meet(doc, other)
  expect(titles(doc)).toEqual(['1 Most likely candidates to join'])
})

test('[REC22] a note line becomes an outcome by copying: words without marks, and the line stays with a mark', () => {
  const doc = newDoc(1)
  const notes = [
    { kind: 'paragraph', runs: [{ text: 'First' }] },
    {
      kind: 'bulletList',
      items: [[{ kind: 'paragraph', runs: [{ text: 'A ' }, { text: 'need', bold: true }, { text: ' was\nidentified' }] }]],
    },
  ] as const
  edit(doc, { kind: 'item.add', id: item(1), parent: null, after: null, title: 'One', notes })
  expect(read(doc).items[0]?.notes).toEqual(notes)
  const undo = edit(doc, {
    kind: 'note.become',
    item: item(1),
    at: [1, 0, 0],
    into: { part: 'outcome', id: outcome(1), after: 'last', values: { kind: 'recognised' } },
  })
  const after = read(doc)
  expect(after.outcomes.map((view) => [view.number, view.kind, plainText(view.text)])).toEqual([
    ['1.1', 'recognised', 'A need was identified'],
  ])
  expect(plainText(after.items[0]?.notes ?? [])).toBe('First\nA need was\nidentified')
  expect(JSON.stringify(after.items[0]?.notes)).toContain(`"became":{"part":"outcome","id":"${outcome(1)}"}`)
  const again: RecordEdit = {
    kind: 'note.become',
    item: item(1),
    at: [1, 0, 0],
    into: { part: 'action', id: action(1), after: 'last' },
  }
  expect(refusalOf(applyEdit(doc, again, 'test'))).toBe('conflict')
  if (undo !== null) edit(doc, undo)
  edit(doc, again)
  expect(read(doc).actions.map((view) => [view.number, plainText(view.task)])).toEqual([['A1', 'A need was identified']])
})

test('[REC23] partners can be added and taken away by several people at once', () => {
  const doc = agenda('One')
  edit(doc, { kind: 'action.add', id: action(1), item: item(1), after: null, task: 'Write', partners: [{ words: 'ICBL' }] })
  const other = newDoc(2, Y.encodeStateAsUpdate(doc))
  edit(doc, { kind: 'action.addPartner', id: action(1), partner: canada })
  edit(
    other,
    { kind: 'action.removePartner', id: action(1), partner: { words: 'ICBL' } },
    { kind: 'action.addPartner', id: action(1), partner: { words: 'ICRC' } },
  )
  meet(doc, other)
  expect(read(doc).actions[0]?.partners).toEqual([canada, { words: 'ICRC' }])
})

test('[REC24] the same edits under the same client id make the same first update, byte for byte', () => {
  const edits = [addItem(1, 'One'), addOutcome(1, 'A need')]
  const first = must(createRecordDocument(edits, 7))
  expect(must(createRecordDocument(edits, 7))).toEqual(first)
  expect(titles(newDoc(2, first))).toEqual(['1 One'])
})

test('[REC25] notes keep their headings, lists, marks, links and breaks when written and read', () => {
  const doc = newDoc(1)
  const notes = [
    { kind: 'heading', level: 2, runs: [{ text: 'Heading' }] },
    { kind: 'heading', level: 3, runs: [{ text: 'Smaller' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'one\ntwo ' },
        { text: 'strong', bold: true, italic: true },
        { text: ' and ' },
        { text: 'there', link: 'https://example.org/' },
      ],
    },
    { kind: 'orderedList', items: [[{ kind: 'paragraph', runs: [{ text: 'a' }] }], [{ kind: 'paragraph', runs: [] }]] },
  ] as const
  edit(doc, { kind: 'item.add', id: item(1), parent: null, after: null, title: 'One\ntwo', notes })
  expect(read(doc).items[0]?.notes).toEqual(notes)
  expect(read(doc).items[0]?.title).toEqual([{ kind: 'paragraph', runs: [{ text: 'One two' }] }])
})
