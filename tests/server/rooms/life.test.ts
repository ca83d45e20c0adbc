import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { News } from '../../../server/rooms/index.ts'
import { visibleTo } from '../../../shared/access/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { applyViewChange, type MeetingRecord } from '../../../shared/record/index.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { outcomeOf, typeInto } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { must } from '../../support/storageSamples.ts'

/** A pen without a socket, with a document of its own. */
async function pen(world: World, person: Person) {
  const { sink, heard, ends } = quietSink()
  const { joined, connection } = await enter(world, person, sink)
  connection.start()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, joined.update ?? new Uint8Array(), 'server')
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const type = async (words: string) => {
    for (const news of heard) if (news.kind === 'frame') Y.applyUpdate(doc, news.update)
    made.length = 0
    typeInto(doc, world, words)
    return connection.update(made[0] ?? new Uint8Array())
  }
  return { doc, connection, heard, ends, type }
}

/** A trip or two round the loop, for what follows a timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('[R33] an empty room is let go when it is idle, its log shortened, and it opens again with everything', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const anna = await pen(world, world.people.anna)
  for (let n = 0; n < 30; n += 1) must(await anna.type('.'))
  anna.connection.leave()
  let loads = 0
  const load = world.storage.documents.load
  world.storage.documents.load = (documentId) => {
    loads += 1
    return load(documentId)
  }
  const back = await pen(world, world.people.anna)
  expect(loads).toBe(0)
  back.connection.leave()
  let compacted: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    compacted = resolve
  })
  const compact = world.storage.documents.compact
  world.storage.documents.compact = async (...args) => {
    const answer = await compact(...args)
    compacted()
    return answer
  }
  clock.advance(30_000)
  await done
  const stored = must(await load(world.meetingId as string as DocumentId))
  expect(stored.frames.length).toBe(0)
  const boris = await pen(world, world.people.boris)
  expect(outcomeOf(boris.doc, world)).toBe(`The Group agreed.${'.'.repeat(30)}`)
})

test('[R34] whoever comes in while the room is being let go finds everything, and there is one room', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const rounds = Number(process.env.RUNS ?? 100)
  let expected = 'The Group agreed.'
  for (let round = 0; round < rounds; round += 1) {
    const anna = await pen(world, world.people.anna)
    expect(outcomeOf(anna.doc, world)).toBe(expected)
    must(await anna.type(`${round % 10}`))
    expected += `${round % 10}`
    anna.connection.leave()
    clock.advance(30_000)
    // Come in at another moment of the letting go each time.
    for (let turn = round % 7; turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(world.faults).toEqual([])
})

test('[R35] readers hear of changes at most four times a second, and end with the same record', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const anna = await pen(world, world.people.anna)
  const reader = quietSink()
  const { connection } = await enter(world, world.people.observer, reader.sink)
  connection.start()
  for (let tenth = 0; tenth < 20; tenth += 1) {
    must(await anna.type('.'))
    clock.advance(100)
    await settle()
  }
  clock.advance(250)
  await settle()
  const changes = reader.heard.filter((news) => news.kind === 'viewChange')
  expect(changes.length).toBeGreaterThan(4)
  expect(changes.length).toBeLessThanOrEqual(8)
  const record = shown(reader.heard)
  expect(record).toEqual(must(await world.rooms.readRecord(world.meetingId)))
})

/** The record as a reader's page would have it. */
function shown(heard: readonly News[]): MeetingRecord | null {
  let record: MeetingRecord | null = null
  let version = 0
  for (const news of heard) {
    if (news.kind === 'view') {
      record = news.record
      version = news.version
    } else if (news.kind === 'viewChange' && record !== null) {
      expect(news.from).toBe(version)
      record = applyViewChange(record, news.change)
      version = news.version
    }
  }
  return record
}

test('[R36] what is closed to observers is in nothing that they are told', async () => {
  const world = await liveWorld({ session: { closed: true } })
  const reader = quietSink()
  const { joined, connection } = await enter(world, world.people.observer, reader.sink)
  connection.start()
  expect(JSON.stringify([joined, reader.heard])).not.toContain('The Group agreed.')
  expect(JSON.stringify([joined, reader.heard])).not.toContain('Opening')
  const record = must(await world.rooms.readRecord(world.meetingId))
  expect(visibleTo('participant', record)).toBe(record)
  const one = { ...record, session: { ...record.session, closed: false, closedItems: [world.itemId] } }
  expect(JSON.stringify(visibleTo('observer', one))).not.toContain('The Group agreed.')
  expect(visibleTo('observer', one).items.map(({ number }) => number)).toEqual(['1'])
})

test('[R37] a way in that ends by time alone is noticed within half a minute', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const anna = await pen(world, world.people.anna)
  const boris = await pen(world, world.people.boris)
  world.setRole(world.people.anna, null)
  world.setRole(world.people.boris, 'observer')
  clock.advance(30_000)
  await settle()
  expect(anna.ends).toEqual(['ended'])
  expect(boris.ends).toEqual(['rightsChanged'])
})

test('[R38] while nothing can be stored everyone is told at once, what comes in waits, and is stored when it can be', async () => {
  const world = await liveWorld()
  const anna = await pen(world, world.people.anna)
  const boris = await pen(world, world.people.boris)
  world.storage.setSaving(false)
  expect(boris.heard.filter((news) => news.kind === 'storage')).toEqual([{ kind: 'storage', saving: false }])
  let isAnswered = false
  const answer = anna.type(' Waits.').finally(() => {
    isAnswered = true
  })
  await settle()
  expect(isAnswered).toBe(false)
  expect(world.storage.appends).toEqual([])
  const { joined } = await enter(world, world.people.rapporteur, quietSink().sink)
  expect(joined.saving).toBe(false)
  world.storage.setSaving(true)
  must(await answer)
  expect(boris.heard.filter((news) => news.kind === 'storage').at(-1)).toEqual({ kind: 'storage', saving: true })
  expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. Waits.')
})

test('[R39] a closed server leaves no timer behind', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  await pen(world, world.people.anna)
  const reader = quietSink()
  await enter(world, world.people.observer, reader.sink)
  await world.rooms.close()
  expect(reader.ends).toEqual(['restarting'])
  expect(clock.waiting).toBe(0)
})
