import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import type { OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'
import type { DocumentId, MeetingId } from '../../../shared/base/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }

/** A disk whose reading of ranges a test can break. */
class BrokenReading {
  how: 'whole' | 'half' | 'fails' = 'whole'
  writes = 0
  #hanging: string | null = null
  #waiting: (() => void)[] = []

  /** Reading this document never ends, until `goOn`. */
  hangsFor(documentId: DocumentId): void {
    this.#hanging = `d/${documentId}/`
  }

  goOn(): void {
    this.#hanging = null
    for (const go of this.#waiting.splice(0)) go()
  }

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    const entries = (from: string, before: string) => this.#read(store.entries(from, before), from)
    return {
      ...store,
      entries,
      batch: (writes, how) => {
        this.writes += 1
        return store.batch(writes, how)
      },
    }
  }

  async *#read(rows: AsyncIterable<readonly [string, Uint8Array]>, from: string): AsyncGenerator<readonly [string, Uint8Array]> {
    const how = from.startsWith('d/') ? this.how : 'whole'
    if (how === 'fails') throw Object.assign(new Error('EIO: planted'), { code: 'EIO' })
    if (from === this.#hanging) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    const found = []
    for await (const row of rows) found.push(row)
    yield* how === 'half' ? found.filter((_, index) => index % 2 === 0) : found
  }
}

async function storedWorld(reading: BrokenReading): Promise<World> {
  const dataDir = temporaryFolder()
  const open = (folder: string) => openEmbedded({ ...surroundings, dataDir: folder, openKeyValue: reading.openKeyValue })
  const world = await liveWorld({ dataDir, openStorage: open })
  const anna = await RawClient.join(world, world.people.anna)
  for (let n = 0; n < 5; n += 1) must(await anna.type(` ${n}`))
  return world.restart()
}

test.each(['fails', 'half'] as const)(
  '[DUR12] a record whose reading %s cannot be opened now, is never shown short, is not written, and opens when reading works',
  async (how) => {
    const reading = new BrokenReading()
    const world = await storedWorld(reading)
    reading.how = how
    const before = reading.writes
    const anna = await RawClient.connect(world, world.people.anna)
    expect(codeOf(await anna.tryEnter())).toBe('internal')
    const observer = await RawClient.connect(world, world.people.observer)
    expect(codeOf(await observer.tryEnter())).toBe('internal')
    await expect(world.rooms.readRecord(world.meetingId)).rejects.toThrow()
    expect(reading.writes).toBe(before)
    reading.how = 'whole'
    await anna.enter()
    expect(anna.outcome).toBe('The Group agreed. 0 1 2 3 4')
    expect(world.faults.length).toBeGreaterThan(0)
  },
)

test('[DUR13] a record whose reading hangs keeps nobody else waiting, and an orderly stop stores what other rooms have', async () => {
  const reading = new BrokenReading()
  const world = await storedWorld(reading)
  const first = await world.storage.meetings.get(world.meetingId)
  if (first === null) throw new Error('The meeting is gone')
  const other = { ...world, meetingId: newId<MeetingId>() }
  must(await world.storage.meetings.create({ ...first, meetingId: other.meetingId }, await whole(world)))
  reading.hangsFor(documentOf(world.meetingId))
  const waiting = await RawClient.connect(world, world.people.anna)
  void waiting.tryEnter().catch(() => undefined)
  const boris = await RawClient.join(other, world.people.boris)
  must(await boris.type(' Still here.'))
  world.storage.hold()
  const answer = boris.type(' To the end.')
  await world.storage.arrived()
  const stopping = world.rooms.close()
  world.storage.release()
  must(await answer)
  // Told to come again, although the stop as a whole still waits for the record that hangs.
  expect(await boris.closed()).toBe('restarting')
  expect(must(await world.storage.documents.load(documentOf(other.meetingId))).seq).toBeGreaterThan(2)
  reading.goOn()
  await stopping
})

async function whole(world: World): Promise<Uint8Array> {
  return Y.encodeStateAsUpdate(await world.storedDocument())
}

function documentOf(meetingId: MeetingId): DocumentId {
  return meetingId as string as DocumentId // the same id, DECIDED 10
}
