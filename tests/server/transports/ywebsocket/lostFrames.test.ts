import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { readMessage, writeStep1, writeStep2, writeUpdate } from '../../../../server/transports/ywebsocket/messages.ts'
import { liveWorld, type Person, type World } from '../../../support/live/liveWorld.ts'
import { outcomeOf, RawClient, typeInto } from '../../../support/live/RawClient.ts'

/** A client of the stock protocol, message by message, so that a test can lose one. */
class Hand {
  readonly heard: string[] = []
  end: number | null = null
  readonly #listeners = new Set<() => void>()

  constructor(
    readonly socket: WebSocket,
    readonly doc: Y.Doc,
  ) {
    socket.on('message', (data: Buffer) => {
      const message = readMessage(data)
      if (!message.ok) return
      this.heard.push(message.value.kind === 'update' && message.value.isAnswer ? 'step2' : message.value.kind)
      if (message.value.kind === 'update') Y.applyUpdate(doc, message.value.bytes)
      this.#tell()
    })
    socket.on('close', (code) => {
      this.end = code
      this.#tell()
    })
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#listeners.add(resolve))
  }

  count(kind: string): number {
    return this.heard.filter((one) => one === kind).length
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
    this.#listeners.clear()
  }
}

async function come(world: World, person: Person, doc: Y.Doc): Promise<Hand> {
  const url = `${world.url.replace('http', 'ws')}/yjs/${world.meetingId}`
  const socket = new WebSocket(url, ['rapporteur.v1', `bearer.${person.token}`])
  onTestFinished(() => socket.terminate())
  const hand = new Hand(socket, doc)
  await new Promise((resolve) => socket.once('open', resolve))
  return hand
}

/** What a doc's next edit is as an update. */
function made(doc: Y.Doc, work: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  work()
  return Y.encodeStateAsUpdate(doc, before)
}

async function copyOf(world: World): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(await world.storedDocument()))
  return doc
}

test('[SIM5] a stock client that comes back with words from offline and types before it was asked for them keeps its place and all its words', async () => {
  const world = await liveWorld()
  const doc = await copyOf(world)
  typeInto(doc, world, ' offline')
  const hand = await come(world, world.people.anna, doc)
  // Typed the moment the line is up: it builds on words that the server has not seen.
  hand.socket.send(writeUpdate(made(doc, () => typeInto(doc, world, ' typed'))))
  await hand.until(() => hand.count('step1') > 0)
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  await hand.until(() => hand.heard.includes('update') || hand.end !== null)
  expect(hand.end).toBeNull()
  expect(outcomeOf(await world.storedDocument(), world)).toContain(' offline typed')
})

test('[SIM6] what a stock client typed offline into something deleted meanwhile is heard before the client is told of the deletion, and kept aside', async () => {
  const world = await liveWorld()
  const doc = await copyOf(world)
  const boris = await RawClient.join(world, world.people.boris)
  await boris.edit({ kind: 'text.set', path: { root: 'outcomes', id: world.outcomeId, field: 'text' }, text: 'New.' })
  typeInto(doc, world, ' precious')
  const hand = await come(world, world.people.anna, doc)
  hand.socket.send(writeStep1(Y.encodeStateVector(doc)))
  await hand.until(() => hand.count('step1') > 0)
  expect(hand.heard).not.toContain('step2')
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  await hand.until(() => hand.count('step2') > 0)
  const asides = await world.rooms.asides(world.meetingId)
  const record = outcomeOf(await world.storedDocument(), world)
  expect(`${record} ${asides.map(({ text }) => text).join()}`).toContain('precious')
})

test('[SIM7] a frame that a stock client lost on the way is asked for and the gap closes; one that goes on building on nothing is sent away', async () => {
  const world = await liveWorld()
  const doc = await copyOf(world)
  const hand = await come(world, world.people.anna, doc)
  await hand.until(() => hand.count('step1') === 1)
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  made(doc, () => typeInto(doc, world, ' lost'))
  const later = made(doc, () => typeInto(doc, world, ' later'))
  hand.socket.send(writeUpdate(later))
  await hand.until(() => hand.count('step1') === 2)
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  await hand.until(() => hand.heard.includes('update') || hand.end !== null)
  expect(outcomeOf(await world.storedDocument(), world)).toContain(' lost later')

  made(doc, () => typeInto(doc, world, ' never'))
  const drip = made(doc, () => typeInto(doc, world, ' drip'))
  for (let n = 0; n < 5; n += 1) hand.socket.send(writeUpdate(drip))
  await hand.until(() => hand.end !== null)
  expect(hand.end).toBe(4409)
})

test('[SIM8] whoever asks again what they lack is asked what we lack, so that the last frame of somebody is not lost for good', async () => {
  const world = await liveWorld()
  const doc = await copyOf(world)
  const hand = await come(world, world.people.anna, doc)
  hand.socket.send(writeStep1(Y.encodeStateVector(doc)))
  await hand.until(() => hand.count('step1') === 1)
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  await hand.until(() => hand.count('step2') === 1)
  made(doc, () => typeInto(doc, world, ' last'))
  hand.socket.send(writeStep1(Y.encodeStateVector(doc)))
  await hand.until(() => hand.count('step1') === 2)
  hand.socket.send(writeStep2(Y.encodeStateAsUpdate(doc)))
  await hand.until(() => hand.heard.includes('update') || hand.end !== null)
  expect(outcomeOf(await world.storedDocument(), world)).toContain(' last')
})
