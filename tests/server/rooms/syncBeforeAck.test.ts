import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import type { News } from '../../../server/rooms/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { SyncWitness } from '../../support/faults/SyncWitness.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { typeInto } from '../../support/live/RawClient.ts'
import { must } from '../../support/storageSamples.ts'

const edits = Number(process.env.ACK_EDITS ?? 100)
const people = 10

test(
  '[DUR8] at the moment of each answer, and of each frame for others, the sync that covers it has returned',
  async () => {
    const witness = new SyncWitness()
    const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }
    const world = await liveWorld({
      openStorage: (dataDir) => openEmbedded({ ...surroundings, dataDir, openKeyValue: witness.openKeyValue }),
      allowances: { messages: { perSecond: 1e6, burst: 1e6 }, cpuMs: { perSecond: 1e6, burst: 1e6 } },
    })
    let answered = 0
    let told = 0
    let early = 0
    const writing = Array.from({ length: people }, async (_, n) => {
      const { sink } = quietSink()
      const hear = (news: News) => {
        if (news.kind !== 'frame') return
        told += 1
        if (!witness.has(news.update)) early += 1
      }
      const listening = { ...sink, speaker: { say: (_id: string, news: News) => hear(news) } }
      const { joined, connection } = await enter(world, world.add(`Person ${n}`, 'rapporteur'), listening)
      connection.start()
      const doc = new Y.Doc()
      Y.applyUpdate(doc, joined.update ?? new Uint8Array(), 'server')
      let made = new Uint8Array()
      doc.on('update', (update: Uint8Array) => {
        made = new Uint8Array(update)
      })
      for (let count = 0; count < edits / people; count += 1) {
        typeInto(doc, world, '.')
        const update = made
        must(await connection.update(update))
        answered += 1
        if (!witness.has(update)) early += 1
      }
    })
    await Promise.all(writing)
    expect(early).toBe(0)
    expect(answered).toBe(edits)
    expect(told).toBeGreaterThanOrEqual(edits / people)
    expect(witness.batches).toBeGreaterThanOrEqual(edits / people)
    expect(world.faults).toEqual([])
  },
  60_000 + edits * 20,
)
