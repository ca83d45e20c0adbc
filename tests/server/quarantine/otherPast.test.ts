import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../../../server/base/index.ts'
import { createCopyReader, documentOf } from '../../../server/rooms/index.ts'
import { BrowserWorld, until } from '../../client/sync/browserWorld.ts'
import { copyWorker } from '../../support/copyWorker.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { codeOf, outcomeOf, RawClient } from '../../support/live/RawClient.ts'
import { Relay } from '../../support/live/Relay.ts'
import { backedUp, handOverTo, restored } from '../../support/restoring.ts'
import { must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { StockClient } from './StockClient.ts'

const start = 'The Group agreed.'

/** A world with a backup of its beginning, in which two people have written on since. */
async function lateWorld() {
  const dataDir = temporaryFolder()
  const world = await liveWorld({ dataDir })
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  must(await anna.type(' First.'))
  await boris.until(() => boris.outcome.includes('First.'))
  return { dataDir, world, anna, boris, file: await backedUp(world) }
}

test('[QUA15] a stock client whose copy is ahead of the restored log in others’ words is closed for good, and its copy stays as it is', async () => {
  const { dataDir, world, anna, file } = await lateWorld()
  const stock = new StockClient(world, world.people.boris)
  await stock.synced()
  must(await anna.type(' Lost hour.'))
  await stock.until(() => outcomeOf(stock.doc, world).includes('Lost hour.'))
  stock.leave()
  const before = Y.encodeStateAsUpdate(stock.doc)
  const again = await restored(world, dataDir, file)
  const back = new StockClient(again, again.people.boris, stock.doc)
  // 4409 by what it says that it has, or 4403 by what it brings, whichever is looked at first: final for the client, both.
  expect([4403, 4409]).toContain(await back.closed())
  expect(Y.encodeStateAsUpdate(stock.doc)).toEqual(before)
  expect(outcomeOf(await again.storedDocument(), again)).toBe(`${start} First.`)
})

test('[QUA16] a stock client that names the epoch of its copy is told before any sync; with the present one it is let in', async () => {
  const { dataDir, world, file } = await lateWorld()
  const { epoch } = world.storage
  const again = await restored(world, dataDir, file)
  const back = new StockClient(again, again.people.boris, new Y.Doc(), { epoch })
  expect(await back.closed()).toBe(4409)
  expect(back.doc.store.clients.size).toBe(0)
  const present = new StockClient(again, again.people.boris, new Y.Doc(), { epoch: again.storage.epoch })
  await present.synced()
  expect(outcomeOf(present.doc, again)).toBe(`${start} First.`)
})

test('[QUA17] a folder that was set back behind the server’s back, under the same epoch, is noticed by what devices have of it', async () => {
  const { world, anna } = await lateWorld()
  const reader = createCopyReader({ clock: systemClock(), worker: copyWorker })
  const { boris } = world.people
  const relay = await Relay.open(world.url)
  const tab = await new BrowserWorld().tab(world, boris, {
    url: relay.url,
    handOver: handOverTo(() => world, reader, boris.person),
  })
  await tab.live()
  // What a server that lost this would answer to: words of others, and words of one's own that were stored.
  const stateVector = new Y.Doc()
  Y.applyUpdate(stateVector, Y.encodeStateAsUpdate(anna.doc))
  stateVector.getMap('items').set('x', 1)
  const body = { epoch: world.storage.epoch, stateVector: Buffer.from(Y.encodeStateVector(stateVector)).toString('base64') }
  const comer = await RawClient.connect(world, boris)
  expect(codeOf(await comer.tryEnter({ ...body, clientIds: [] }))).toBe('otherEpoch')
  // Words of others are never on their way from here, however many ids are named.
  const ahead = new Map([[anna.doc.clientID, Y.getState(anna.doc.store, anna.doc.clientID) + 1]])
  const lost = Buffer.from(Y.encodeStateVector(ahead)).toString('base64')
  const named = Array.from({ length: 20 }, (_, index) => 1_000 + index)
  expect(codeOf(await comer.tryEnter({ ...body, stateVector: lost, clientIds: named }))).toBe('otherEpoch')
  // Words that are named as being on their way are no sign of that.
  must(await comer.tryEnter({ ...body, clientIds: [stateVector.clientID] }))
  expect(codeOf(await comer.ask('record.sync', { meetingId: world.meetingId, stateVector: lost }))).toBe('otherEpoch')
  await reader.close()
})

test('[QUA18] two tabs of one device hand over what they held once, and both go on with the restored record', async () => {
  const { dataDir, world, anna, file } = await lateWorld()
  let now = world
  const reader = createCopyReader({ clock: systemClock(), worker: copyWorker })
  const { coordinator } = world.people
  const relay = await Relay.open(world.url)
  const browser = new BrowserWorld()
  const handOver = handOverTo(() => now, reader, coordinator.person)
  const tabs = [
    await browser.tab(world, coordinator, { url: relay.url, handOver }),
    await browser.tab(world, coordinator, { url: relay.url, handOver }),
  ]
  await Promise.all(tabs.map((tab) => tab.live()))
  must(await anna.type(' Lost hour.'))
  await Promise.all(tabs.map((tab) => tab.shows(`${start} First. Lost hour.`)))
  now = await restored(world, dataDir, file)
  relay.lead(now.url)
  await Promise.all(tabs.map((tab) => until(tab.meeting.left, (left) => left.some(({ state }) => state.kind === 'received'))))
  await Promise.all(tabs.map((tab) => tab.live()))
  await Promise.all(tabs.map((tab) => tab.shows(`${start} First.`)))
  expect(await now.storage.quarantine.list(documentOf(now.meetingId))).toHaveLength(1)
  // A new document with a new id each: what they write now is taken.
  expect(tabs[0]?.write(`${start} First. On.`)).toBe(true)
  await tabs[1]?.shows(`${start} First. On.`)
  await reader.close()
})

test('[QUA19] a browser that keeps nothing holds its copy in memory until it is handed over; without a taker it waits, and can be let go of', async () => {
  const { dataDir, world, anna, file } = await lateWorld()
  const relay = await Relay.open(world.url)
  let answers: 'later' | 'received' = 'later'
  const handOver = async () => ({ kind: answers })
  const tab = await new BrowserWorld().tab(world, world.people.boris, { url: relay.url, keepsNothing: true, handOver })
  await tab.live()
  must(await anna.type(' Lost hour.'))
  await tab.shows(`${start} First. Lost hour.`)
  const now = await restored(world, dataDir, file)
  relay.lead(now.url)
  await tab.live()
  await tab.shows(`${start} First.`)
  const [left] = tab.meeting.left.get()
  expect(left).toMatchObject({ state: { kind: 'waiting' }, stranded: null })
  expect(left?.key).toBeLessThan(0)
  answers = 'received'
  await until(tab.meeting.left, ([one]) => one?.state.kind === 'received')
  await tab.meeting.dropLeft(left?.key ?? 0)
  expect(tab.meeting.left.get()).toEqual([])
})
