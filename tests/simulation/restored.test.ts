import { afterAll, describe, expect, test } from 'vitest'
import { takeIn } from '../../client/features/returned/takeIn.ts'
import { systemClock } from '../../server/base/index.ts'
import { createCopyReader, documentOf } from '../../server/rooms/index.ts'
import type { ActionId } from '../../shared/base/index.ts'
import { type MeetingRecord, plainText, textPathOf } from '../../shared/record/index.ts'
import { BrowserWorld, type Tab, until } from '../client/sync/browserWorld.ts'
import { copyWorker } from '../support/copyWorker.ts'
import { liveWorld, type Person, type World } from '../support/live/liveWorld.ts'
import { Relay } from '../support/live/Relay.ts'
import { backedUp, handOverTo, restored } from '../support/restoring.ts'
import { must, newId } from '../support/storageSamples.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const seeds = Number(process.env.RESTORE_SEEDS ?? 2)
const first = Number(process.env.RESTORE_FIRST ?? 1)
const clients = 10
const nowhere = 'http://127.0.0.1:9'

const reader = createCopyReader({ clock: systemClock(), worker: copyWorker, waitingEach: 1_000, waiting: 2_000 })
afterAll(() => reader.close())

/** One person at a device, behind a line of their own. */
interface Client {
  readonly person: Person
  readonly browser: BrowserWorld
  readonly relay: Relay
  tabs: Tab[]
}

describe.each(Array.from({ length: seeds }, (_, index) => first + index))('a restore under ten who write, seed %i', (seed) => {
  test('[QUA21] nobody’s words are lost or merged: the record is the backup’s, everything later is in quarantine, and can be taken in', async () => {
    const chance = randomOf(seed)
    const dataDir = temporaryFolder()
    let world = await liveWorld({ dataDir })
    const now = () => world
    const people = [...Array(clients - 1)].map((_, index) => world.add(`Person ${index}`, 'participant'))
    const all: Client[] = []
    for (const person of [world.people.coordinator, ...people]) {
      const client = { person, browser: new BrowserWorld(), relay: await Relay.open(world.url), tabs: [] as Tab[] }
      client.tabs.push(await open(client, now, reader))
      // Some have the record open twice.
      if (chance() < 0.3) client.tabs.push(await open(client, now, reader))
      all.push(client)
    }
    const live = () => all.flatMap((client) => client.tabs)
    await Promise.all(live().map((tab) => tab.live()))

    let count = 0
    const writeSome = (tab: Tab): string => {
      count += 1
      const word = `w${seed}x${count}.`
      const note = chance() < 0.5
      const done = note
        ? tab.meeting.writeAgain(textPathOf.notes(world.itemId), word)
        : tab.meeting.edit({ kind: 'action.add', id: newId<ActionId>(), item: world.itemId, after: 'last', task: word }).ok
      if (!done) throw new Error(`Nothing was written: ${word}`)
      return word
    }
    const early = Array.from({ length: 15 }, () => writeSome(pick(live(), chance)))
    await Promise.all(live().map((tab) => tab.saved()))
    const file = await backedUp(world)

    // The lost hour: stored by all, and unsent on some.
    const later = Array.from({ length: 15 }, () => writeSome(pick(live(), chance)))
    await Promise.all(live().map((tab) => tab.saved()))
    const known = [...early, ...later]
    await Promise.all(live().map((tab) => until(tab.meeting.record, (record) => holdsAll(record, known))))
    const offline = all.filter(() => chance() < 0.4)
    for (const client of offline) {
      client.relay.lead(nowhere)
      await Promise.all(client.tabs.map((tab) => until(tab.meeting.connection, ({ kind }) => kind !== 'live')))
      for (const tab of client.tabs) later.push(writeSome(tab))
      await Promise.all(client.tabs.map((tab) => until(tab.meeting.saved, ({ kind }) => kind === 'onDevice')))
      // Some of these close the page, or it dies.
      if (chance() < 0.5) {
        for (const tab of client.tabs) await (chance() < 0.5 ? tab.meeting.close() : tab.kill())
        client.tabs = []
      }
    }

    world = await restored(world, dataDir, file)
    for (const client of all) client.relay.lead(world.url)
    for (const client of all) if (client.tabs.length === 0) client.tabs.push(await open(client, now, reader))
    for (const tab of live()) tab.meeting.retry()
    await Promise.all(live().map((tab) => tab.live()))
    await Promise.all(
      all.map((client) =>
        Promise.all(
          client.tabs.map((tab) => until(tab.meeting.left, (left) => left.every(({ state }) => state.kind === 'received'))),
        ),
      ),
    )

    // Every device stands on the restored record, and no word of the lost hour has come into it by itself.
    await Promise.all(live().map((tab) => until(tab.meeting.record, (record) => holdsAll(record, early))))
    for (const tab of live()) for (const word of later) expect(wordsIn(tab.meeting.record.get())).not.toContain(word)
    // Nothing is lost: every word is in some copy.
    const documentId = documentOf(world.meetingId)
    const copies = await world.storage.quarantine.list(documentId)
    const bodies = await Promise.all(
      [...new Set(copies.map((one) => one.sha256))].map((sha256) => world.storage.quarantine.body(documentId, sha256)),
    )
    const texts = bodies.map((body) => new TextDecoder().decode(body?.read))
    for (const word of known.concat(later)) expect(texts.some((text) => text.includes(word))).toBe(true)
    for (const client of all) expect(copies.some((copy) => copy.person === client.person.person)).toBe(true)

    // The coordinator takes in all that is new, and everybody has it.
    const chair = all[0]?.tabs[0]
    if (chair === undefined) throw new Error('There is no chair')
    for (const body of bodies) {
      const record = chair.meeting.record.get()
      if (record === null || body === null) throw new Error('There is nothing to compare')
      for (const difference of must(await reader.compare(record, body.read, 'chair'))) {
        const { what, part } = difference
        if (what === 'missing' || wordsIn(chair.meeting.record.get()).includes(part.words)) continue
        expect(takeIn(chair.meeting, difference, 'From a copy:')).toBe(true)
      }
    }
    await chair.saved()
    await Promise.all(live().map((tab) => until(tab.meeting.record, (record) => holdsAll(record, [...known, ...later]))))
    expect(world.faults).toEqual([])
    for (const tab of live()) await tab.meeting.close()
  })
})

async function open(client: Client, world: () => World, copies: typeof reader): Promise<Tab> {
  const { person, relay } = client
  return client.browser.tab(world(), person, { url: relay.url, handOver: handOverTo(world, copies, person.person) })
}

function holdsAll(record: MeetingRecord | null, words: readonly string[]): boolean {
  const text = wordsIn(record)
  return words.every((word) => text.includes(word))
}

function wordsIn(record: MeetingRecord | null): string {
  if (record === null) return ''
  return [...record.items.map((item) => item.notes), ...record.actions.map((action) => action.task)].map(plainText).join('\n')
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const found = list[Math.floor(chance() * list.length)]
  if (found === undefined) throw new Error('Nothing to pick')
  return found
}

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
