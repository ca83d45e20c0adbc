import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ItemId } from '../../shared/base/index.ts'
import { applyEdit, readRecord } from '../../shared/record/index.ts'
import { seedOf } from '../support/chance.ts'
import { seeded } from '../support/faults/seeded.ts'
import { liveWorld } from '../support/live/liveWorld.ts'
import { typeInto } from '../support/live/RawClient.ts'
import { newId, session } from '../support/storageSamples.ts'
import { SimulatedClient } from './SimulatedClient.ts'

const runs = Number(process.env.RUNS ?? 12)
const steps = 150
const firstSeed = seedOf('SEED')
const generous = { messages: { perSecond: 1e6, burst: 1e6 }, cpuMs: { perSecond: 1e6, burst: 1e6 } }

test.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
  '[R41] lines that come and go, failing disks and restarts leave one record with every word in it (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const pick = (below: number) => Math.floor(random() * below)
    let world = await liveWorld({ allowances: generous })
    const clients = Array.from(
      { length: 3 + pick(6) },
      (_, n) => new SimulatedClient(world.callerOf(world.add(`Person ${n}`, 'participant')), world),
    )
    for (const client of clients) await client.comeIn(world.rooms)
    const marks: string[] = []
    const entrances: Promise<void>[] = []
    for (let step = 0; step < steps; step += 1) {
      const client = clients[pick(clients.length)]
      if (client === undefined) continue
      switch (pick(12)) {
        case 0:
          client.goOffline()
          break
        case 1:
          // Not waited for: an entrance stands in line behind an append that may be held for long.
          if (!client.isIn) entrances.push(client.comeIn(world.rooms))
          break
        case 2:
          world.storage.hold()
          break
        case 3:
          world.storage.release()
          break
        case 4:
          if (pick(4) === 0) world.storage.failNext()
          break
        case 5:
          if (pick(6) === 0) world = await world.restart()
          break
        case 6: {
          const title = `<${step}>`
          marks.push(title)
          expect(
            applyEdit(client.doc, { kind: 'item.add', id: newId<ItemId>(), parent: null, after: null, title }, 'own').ok,
          ).toBe(true)
          client.send()
          break
        }
        default: {
          const mark = `[${step}]`
          marks.push(mark)
          typeInto(client.doc, world, mark)
          client.send()
        }
      }
      if (pick(5) === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    world.storage.release()
    await Promise.all(entrances)
    // Healing: as often as it takes, but a client that never gets through is a failure.
    for (let round = 0; clients.some((client) => client.waiting > 0 || !client.isIn) && round < 50; round += 1) {
      for (const client of clients) if (!client.isIn) await client.comeIn(world.rooms)
      for (const client of clients) client.send()
      await Promise.all(clients.map((client) => client.settled()))
    }
    expect(clients.flatMap((client) => client.refusals)).toEqual([])
    const stored = await world.storedDocument()
    const read = (doc: Y.Doc) => readRecord(doc, world.meetingId, session(0))
    const record = JSON.stringify(read(stored))
    expect(marks.filter((mark) => !record.includes(mark))).toEqual([])
    for (const { doc } of clients) {
      expect(JSON.stringify(read(doc))).toBe(record)
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(stored))
    }
  },
)
