import { queryObjects } from 'node:v8'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LiveDocument } from '../../../server/rooms/LiveDocument.ts'
import { Presence } from '../../../server/rooms/Presence.ts'
import { Room } from '../../../server/rooms/Room.ts'
import { SocketGuest } from '../../../server/transports/socket/SocketGuest.ts'
import { StockGuest } from '../../../server/transports/ywebsocket/StockGuest.ts'
import type { MeetingId } from '../../../shared/base/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { meeting, newId } from '../../support/storageSamples.ts'
import { awarenessFrame } from './corpus/frames.ts'
import { HostileLine } from './HostileLine.ts'

const documents = Number(process.env.SOAK_DOCUMENTS ?? 60)
const together = 20
const kinds = { Room, LiveDocument, Presence, SocketGuest, StockGuest }

/** What of the server's is in memory, counted after the collector has been. */
function counted(): Record<string, number> {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, queryObjects(kind, { format: 'count' })]))
}

test(
  `[HOT6] of ${documents} documents that were opened, edited and left nothing stays: no room, document, timer, presence or listener`,
  async () => {
    const clock = new ManualClock(new Date().toISOString())
    const world = await liveWorld({ clock })
    const idle = clock.waiting
    const seed = Y.encodeStateAsUpdate(await world.storedDocument())
    let listeners = 0
    const { storage } = world
    const onHealth = storage.onHealth.bind(storage)
    storage.onHealth = (listener) => {
      listeners += 1
      const stop = onHealth(listener)
      return () => {
        listeners -= 1
        stop()
      }
    }
    // One document before it is counted, so that what is made once is there.
    await visit(world, await made(world, seed))
    await emptied(clock, idle)
    const before = { timers: idle, listeners, objects: counted() }
    const most = { timers: 0 }
    for (let done = 0; done < documents; done += together) {
      const ids = await Promise.all(Array.from({ length: together }, () => made(world, seed)))
      await Promise.all(ids.map((id) => visit(world, id)))
      most.timers = Math.max(most.timers, clock.waiting)
      await emptied(clock, idle)
    }
    expect(most.timers).toBeGreaterThan(before.timers)
    expect(world.faults).toEqual([])
    expect({ timers: clock.waiting, listeners }).toEqual({ timers: before.timers, listeners: before.listeners })
    const { objects } = before
    const left = counted()
    for (const [name, count] of Object.entries(left)) {
      // A socket that has just closed may still stand in a queue of the system's own.
      expect(count, `${name} ${JSON.stringify(left)}`).toBeLessThanOrEqual((objects[name] ?? 0) + 2)
    }
  },
  60_000 + documents * 200,
)

async function made(world: World, seed: Uint8Array): Promise<MeetingId> {
  const base = meeting(world.groupId)
  must(await world.storage.meetings.create({ ...base, session: { ...base.session, phase: 'inSession' } }, seed))
  return base.meetingId
}

/** Somebody over each door comes, writes, is seen, and goes: in good order, or by falling out. */
async function visit(world: World, meetingId: MeetingId): Promise<void> {
  const place = { ...world, meetingId }
  const anna = await RawClient.join(place, world.people.anna)
  const line = await HostileLine.join(place, 'stock', world.people.boris)
  const reader = await RawClient.join(place, world.people.observer)
  must(await anna.type(` ${newId()}`))
  line.say(awarenessFrame([[4_711, '{"cursor":null}']], 1))
  const { clientID: clientId } = anna.doc
  must(await anna.ask('presence.set', { meetingId, clientId, state: { item: null, field: null, cursor: null, away: false } }))
  must(await anna.run({ kind: 'floor.ask', intervention: 'statement' }))
  await line.hasRead()
  must(await reader.ask('meeting.leave', { meetingId }))
  reader.socket.disconnect()
  line.leave()
  await line.until(() => line.isClosed)
  anna.socket.disconnect()
}

/** Lets time pass until no more timers wait than of a server that nobody has come to. */
async function emptied(clock: ManualClock, idle: number): Promise<void> {
  for (let round = 0; round < 1_000 && clock.waiting > idle; round += 1) {
    clock.advance(31_000)
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
}
