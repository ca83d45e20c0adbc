import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { SentenceId } from '../../../shared/base/index.ts'
import { judgeUpdate } from '../../../shared/record/index.ts'
import { applyReportEdit, findSentenceText, type ReportEdit, readReport, reportShape } from '../../../shared/report/index.ts'
import { newId } from '../../support/report/withRecord.ts'
import { codeOf, must } from '../../support/storageSamples.ts'

const add = (id: SentenceId, text: string, part: 'outcomes' | 'framing' = 'outcomes'): ReportEdit => {
  return { kind: 'sentence.add', id, part, after: 'last', text }
}
const texts = (doc: Y.Doc) =>
  readReport(doc)
    .filter(({ removed }) => !removed)
    .map(({ part, text }) => `${part}: ${text}`)

function threeSentences() {
  const doc = new Y.Doc()
  const ids = [newId<SentenceId>(), newId<SentenceId>(), newId<SentenceId>()] as const
  for (const [index, id] of ids.entries()) must(applyReportEdit(doc, add(id, `Sentence ${index + 1}.`), 'test'))
  return { doc, ids }
}

test('[REP10] sentences are added, moved, removed and refreshed by name, and each of these is taken back by name', () => {
  const { doc, ids } = threeSentences()
  const before = readReport(doc)
  const source = { meetingId: null, kind: 'group', id: 'name', version: null, hash: 'abc123' } as const
  const edits: readonly ReportEdit[] = [
    { kind: 'sentence.move', id: ids[2], after: null },
    { kind: 'sentence.setPart', id: ids[0], part: 'framing', after: 'last' },
    { kind: 'sentence.remove', id: ids[1] },
    { kind: 'sentence.refresh', id: ids[0], text: 'Other words.', source },
    { kind: 'text.set', id: ids[0], text: 'Set.' },
  ]
  for (const edit of edits) {
    const { undo } = must(applyReportEdit(doc, edit, 'test'))
    expect(readReport(doc), edit.kind).not.toEqual(before)
    if (undo !== null) must(applyReportEdit(doc, undo, 'test'))
    expect(readReport(doc), edit.kind).toEqual(before)
  }
  for (const edit of edits.slice(0, 3)) must(applyReportEdit(doc, edit, 'test'))
  expect(texts(doc)).toEqual(['framing: Sentence 1.', 'outcomes: Sentence 3.'])
})

test('[REP11] an edit that rests on words or values which somebody has changed since is refused as stale', () => {
  const { doc, ids } = threeSentences()
  const { undo } = must(applyReportEdit(doc, { kind: 'text.set', id: ids[0], text: 'One.' }, 'a'))
  must(applyReportEdit(doc, { kind: 'text.set', id: ids[0], text: 'Another.' }, 'b'))
  if (undo === null) throw new Error('It has no undoing')
  expect(codeOf(applyReportEdit(doc, undo, 'a'))).toBe('stale')
  expect(codeOf(applyReportEdit(doc, { kind: 'sentence.remove', id: newId() }, 'a'))).toBe('notFound')
  expect(codeOf(applyReportEdit(doc, add(ids[0], 'Again.'), 'a'))).toBe('conflict')
  expect(codeOf(applyReportEdit(doc, add(newId(), 'x'.repeat(20_001)), 'a'))).toBe('overLimit')
})

/** What the gate says of an update that somebody made with a document of their own. */
function judged(doc: Y.Doc, write: (copy: Y.Doc) => void): string {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  write(copy)
  const judgement = judgeUpdate(doc, Y.decodeUpdate(Y.encodeStateAsUpdate(copy, before)), () => null, reportShape)
  return judgement.ok ? 'ok' : judgement.code
}

test('[REP12] the gate takes of a report only sentences of its shape: no other root, no other field, nothing overwritten', () => {
  const { doc, ids } = threeSentences()
  const sentence = (copy: Y.Doc) => copy.getMap<Y.Map<unknown>>('sentences').get(ids[0])
  expect(judged(doc, (copy) => must(applyReportEdit(copy, add(newId(), 'New.'), 'x')))).toBe('ok')
  expect(judged(doc, (copy) => must(applyReportEdit(copy, { kind: 'text.set', id: ids[0], text: 'Typed.' }, 'x')))).toBe('ok')
  expect(judged(doc, (copy) => copy.getMap('items').set(newId(), new Y.Map()))).toBe('shape')
  expect(judged(doc, (copy) => copy.getMap('outcomes').set('x', 1))).toBe('shape')
  expect(judged(doc, (copy) => sentence(copy)?.set('standing', 'agreed'))).toBe('shape')
  expect(judged(doc, (copy) => sentence(copy)?.set('part', 'annex'))).toBe('shape')
  expect(judged(doc, (copy) => sentence(copy)?.set('source', { kind: 'outcome' }))).toBe('shape')
  expect(judged(doc, (copy) => sentence(copy)?.set('text', new Y.XmlFragment()))).toBe('shape')
  expect(judged(doc, (copy) => copy.getMap('sentences').delete(ids[0]))).toBe('shape')
  expect(judged(doc, (copy) => findSentenceText(copy, ids[0])?.insert(0, [new Y.XmlElement('iframe')]))).toBe('shape')
  expect(judged(doc, (copy) => copy.getMap('sentences').set('not-an-id', new Y.Map()))).toBe('shape')
})

test('[REP13] two who edit a report at once come to the same, whatever order their edits arrive in', () => {
  const { doc, ids } = threeSentences()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  must(applyReportEdit(doc, { kind: 'sentence.move', id: ids[2], after: null }, 'a'))
  must(applyReportEdit(doc, { kind: 'text.set', id: ids[1], text: 'Sentence 2, with more.' }, 'a'))
  must(applyReportEdit(other, { kind: 'sentence.move', id: ids[2], after: ids[0] }, 'b'))
  must(applyReportEdit(other, { kind: 'sentence.remove', id: ids[1] }, 'b'))
  must(applyReportEdit(other, add(newId(), 'From the other.'), 'b'))
  const [one, two] = [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(doc, two)
  Y.applyUpdate(other, one)
  expect(readReport(doc)).toEqual(readReport(other))
  expect(readReport(doc).find(({ id }) => id === ids[1])).toMatchObject({ text: 'Sentence 2, with more.', removed: true })
})
