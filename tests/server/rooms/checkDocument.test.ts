import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, createNewId, systemClock, systemRandom } from '../../../server/base/index.ts'
import { checkDocument } from '../../../server/rooms/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { DocumentId, SentenceId } from '../../../shared/base/index.ts'
import { applyReportEdit } from '../../../shared/report/index.ts'
import { must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const newId = createNewId(systemRandom())

/** Three updates of one text, each building on the one before. */
function frames(): [Uint8Array, Uint8Array, Uint8Array] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (const words of ['one ', 'two ', 'three']) doc.getText('t').insert(doc.getText('t').length, words)
  const [first, second, third] = made
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three updates')
  return [first, second, third]
}

test('[R60] verify names a document whose bytes are sound but whose frames do not make a whole', async () => {
  const storage = await openStorage({ dataDir: temporaryFolder(), clock: systemClock(), log: createLog({ level: 'silent' }) })
  const [first, second, third] = frames()
  const [whole, gapped, garbled] = [newId<DocumentId>(), newId<DocumentId>(), newId<DocumentId>()]
  const nothing = { bindings: [], asides: [], authors: [] }
  for (const id of [whole, gapped, garbled]) must(await storage.documents.create(id, 'record', first))
  must(await storage.documents.append(whole, { after: 1, frame: second, ...nothing }))
  must(await storage.documents.append(gapped, { after: 1, frame: third, ...nothing }))
  must(await storage.documents.append(garbled, { after: 1, frame: new Uint8Array([7, 7, 7]), ...nothing }))
  const bytesAlone = await storage.verify()
  const found = await storage.verify(checkDocument)
  await storage.close()
  const named = (id: string, list: typeof found.damaged) => list.some(({ what }) => what.includes(id))
  expect([whole, gapped, garbled].map((id) => named(id, found.damaged))).toEqual([false, true, true])
  expect([gapped, garbled].some((id) => named(id, bytesAlone.damaged))).toBe(false)
})

/** The same root as somebody would write it who takes it for a list. */
function listOfSentences(): Uint8Array {
  const doc = new Y.Doc()
  doc.getArray('sentences').push(['x'])
  return Y.encodeStateAsUpdate(doc)
}

/** Stored bytes of a report with two sentences, one of them typed into and removed, and with whatever else is written into it. */
function reportWith(write: (doc: Y.Doc, sentence: Y.Map<unknown>) => void): Uint8Array {
  const doc = new Y.Doc()
  const [kept, removed] = [newId<SentenceId>(), newId<SentenceId>()]
  for (const id of [kept, removed])
    must(applyReportEdit(doc, { kind: 'sentence.add', id, part: 'framing', after: 'last', text: 'Words.' }, 'test'))
  must(applyReportEdit(doc, { kind: 'text.set', id: kept, text: 'Other.' }, 'test'))
  must(applyReportEdit(doc, { kind: 'sentence.remove', id: removed }, 'test'))
  const sentence = doc.getMap<Y.Map<unknown>>('sentences').get(kept)
  if (sentence === undefined) throw new Error('No sentence')
  write(doc, sentence)
  return Y.encodeStateAsUpdate(doc)
}

test('[REP40] verify judges the document of a report as one: it names what holds another root, field, entry or value, and nothing else', async () => {
  const storage = await openStorage({ dataDir: temporaryFolder(), clock: systemClock(), log: createLog({ level: 'silent' }) })
  onTestFinished(() => storage.close())
  const planted: readonly (readonly [string | null, (doc: Y.Doc, sentence: Y.Map<unknown>) => void])[] = [
    [null, () => undefined],
    ['It has a root that no report has: outcomes', (doc) => doc.getMap('outcomes').set(newId(), new Y.Map())],
    ['It has a root that no report has: words??', (doc) => doc.getText('words\u202e\n').insert(0, 'x')],
    ['There is a list where sentences have their ids', (doc) => Y.applyUpdate(doc, listOfSentences())],
    ['There is an id in sentences that is none', (doc) => doc.getMap('sentences').set('short', new Y.Map())],
    ['names in sentences is no entry', (doc) => doc.getMap('sentences').set(newId(), 'words')],
    ['There is a field that no report has: author', (_doc, sentence) => sentence.set('author', 'x')],
    ['The field part is not as it may be', (_doc, sentence) => sentence.set('part', 'preamble')],
    ['The field source is not as it may be', (_doc, sentence) => sentence.set('source', { kind: 'rumour' })],
    ['The field text is not as it may be', (_doc, sentence) => sentence.set('text', 'a plain value')],
  ]
  const ids = planted.map(() => newId<DocumentId>())
  for (const [index, [, write]] of planted.entries())
    must(await storage.documents.create(ids[index] ?? newId(), 'report', reportWith(write)))
  // A meeting's record is not judged as a report.
  const record = newId<DocumentId>()
  must(
    await storage.documents.create(
      record,
      'record',
      reportWith(() => undefined),
    ),
  )
  const { damaged } = await storage.verify(checkDocument)
  const whyOf = (id: string) => damaged.find(({ what }) => what === `document ${id}`)?.why ?? null
  for (const [index, [why]] of planted.entries()) {
    const found = whyOf(ids[index] ?? '')
    if (why === null) expect(found).toBeNull()
    else expect(found).toContain(why)
  }
  expect(whyOf(record)).toBeNull()
})
