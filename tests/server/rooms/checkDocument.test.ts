import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, createNewId, systemClock, systemRandom } from '../../../server/base/index.ts'
import { checkDocument } from '../../../server/rooms/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
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
