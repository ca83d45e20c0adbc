import { ClassicLevel } from 'classic-level'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import type { KeyValue, OpenKeyValue, Write } from '../../../server/storage/embedded/KeyValue.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { levelAsKeyValue, openLevel } from '../../../server/storage/embedded/openLevel.ts'
import type { Storage } from '../../../server/storage/index.ts'
import { append, bytes, contentOf, documentId, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** A LevelDB whose batches wait at a gate, so that a test decides when a sync returns. */
class Gated {
  readonly batches: (readonly Write[])[] = []
  #waiting: (() => void)[] = []
  #open = true

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    const gated: KeyValue = {
      ...store,
      batch: async (writes, how) => {
        this.batches.push(writes)
        await store.batch(writes, how)
        if (!this.#open) await new Promise<void>((resolve) => this.#waiting.push(resolve))
      },
    }
    return gated
  }

  shut(): void {
    this.#open = false
  }

  letOneThrough(): void {
    this.#waiting.shift()?.()
  }

  letAllThrough(): void {
    this.#open = true
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

async function gatedStorage(): Promise<{ storage: Storage; gate: Gated }> {
  const gate = new Gated()
  const parts = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }
  const storage = await openEmbedded({ ...parts, dataDir: temporaryFolder(), openKeyValue: gate.openKeyValue })
  onTestFinished(() => {
    gate.letAllThrough()
    return storage.close()
  })
  return { storage, gate }
}

test('[STO41] an append is answered only after the sync that covers it', async () => {
  const { storage, gate } = await gatedStorage()
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  const before = gate.batches.length
  gate.shut()
  let answered = false
  const appended = storage.documents.append(id, append(1, { frame: bytes('2') })).finally(() => {
    answered = true
  })
  await expect.poll(() => gate.batches.length).toBe(before + 1)
  // Far more breaths than an answer would need if it did not wait for the sync.
  for (let breath = 0; breath < 1000; breath++) await null
  await new Promise((resolve) => setImmediate(resolve))
  expect(answered).toBe(false)
  gate.letAllThrough()
  expect(must(await appended)).toBe(2)
})

test('[STO42] while one batch is on its way the next gathers from all rooms; an idle room does not wait', async () => {
  const { storage, gate } = await gatedStorage()
  const rooms = Array.from({ length: 20 }, documentId)
  for (const id of rooms) must(await storage.documents.create(id, 'record', bytes('1')))
  const before = gate.batches.length
  gate.shut()
  const [idle, ...busy] = rooms
  if (idle === undefined) throw new Error('There are rooms')
  const first = storage.documents.append(idle, append(1, { frame: bytes('2') }))
  await expect.poll(() => gate.batches.length).toBe(before + 1)
  const others = busy.map((id) => storage.documents.append(id, append(1, { frame: bytes('2') })))
  // A read behind them in the row of the thread pool: when it is answered, theirs were, and they have joined the row of writes.
  for (const id of rooms) must(await storage.documents.load(id))
  expect(gate.batches.length).toBe(before + 1)
  gate.letOneThrough()
  must(await first)
  await expect.poll(() => gate.batches.length).toBe(before + 2)
  gate.letAllThrough()
  expect((await Promise.all(others)).map(must)).toEqual(busy.map(() => 2))
  expect(gate.batches.length).toBe(before + 2)
  expect(gate.batches.at(-1)).toHaveLength(2 * busy.length)
})

test('[STO43] the wish for a sync reaches LevelDB with every batch', async () => {
  const asked: unknown[] = []
  const openKeyValue: OpenKeyValue = async (folder, { create }) => {
    const db = new ClassicLevel<string, Uint8Array>(folder, {
      keyEncoding: 'utf8',
      valueEncoding: 'view',
      createIfMissing: create,
    })
    // The library's own last step before LevelDB, which its types leave out.
    type Batch = { _write(options: { readonly sync?: boolean }): unknown }
    const make = Reflect.get(db, '_chainedBatch') as () => Batch
    Object.defineProperty(db, '_chainedBatch', {
      value: () => {
        const batch = make.call(db)
        const last = batch._write
        batch._write = (options) => {
          asked.push(options.sync)
          return last.call(batch, options)
        }
        return batch
      },
    })
    await db.open()
    return levelAsKeyValue(db)
  }
  const parts = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }
  const storage = await openEmbedded({ ...parts, dataDir: temporaryFolder(), openKeyValue })
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  for (let seq = 1; seq < 10; seq++) must(await storage.documents.append(id, append(seq, { frame: bytes('x') })))
  must(await storage.documents.compact(id, 10, bytes('all')))
  await storage.close()
  expect(asked).toEqual(Array.from({ length: 11 }, () => true))
})

test('[STO44] a compaction under way neither loses nor doubles what is appended meanwhile', async () => {
  const { storage, gate } = await gatedStorage()
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  must(await storage.documents.append(id, append(1, { frame: bytes('2') })))
  gate.shut()
  const compacted = storage.documents.compact(id, 2, bytes('1+2'))
  const appended = storage.documents.append(id, append(2, { frame: bytes('3') }))
  const loaded = storage.documents.load(id)
  gate.letAllThrough()
  must(await compacted)
  expect(must(await appended)).toBe(3)
  expect(contentOf(must(await storage.documents.load(id)))).toEqual(['1+2', '3'])
  expect([['1', '2'], ['1+2'], ['1+2', '3']]).toContainEqual(contentOf(must(await loaded)))
})
