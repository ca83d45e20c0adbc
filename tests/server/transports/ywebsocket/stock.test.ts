import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { liveWorld, type Person, type World } from '../../../support/live/liveWorld.ts'
import { must, outcomeOf, RawClient, typeInto } from '../../../support/live/RawClient.ts'

/** The stock client as its own documentation sets it up, on Node. */
class Stock {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly provider: WebsocketProvider
  readonly closes: { code: number; reason: string }[] = []

  constructor(
    private readonly world: World,
    person: Person | null,
    documentId: string = world.meetingId,
  ) {
    this.provider = new WebsocketProvider(`${world.url.replace('http', 'ws')}/yjs`, documentId, this.doc, {
      protocols: person === null ? ['rapporteur.v1'] : ['rapporteur.v1', `bearer.${person.token}`],
      // The library's declaration wants the browser's class; its documentation names this one for Node.
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      awareness: this.awareness,
      disableBc: true,
    })
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push({ code: event.code, reason: event.reason })
    })
    onTestFinished(() => this.provider.destroy())
  }

  static async synced(world: World, person: Person): Promise<Stock> {
    const stock = new Stock(world, person)
    await stock.until(() => stock.provider.synced)
    return stock
  }

  get outcome(): string {
    return outcomeOf(this.doc, this.world)
  }

  type(words: string): void {
    typeInto(this.doc, this.world, words)
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.doc.once('update', () => resolve())
        this.provider.once('status', () => resolve())
        this.provider.once('sync', () => resolve())
        this.provider.once('connection-close', () => resolve())
        this.awareness.once('change', () => resolve())
      })
    }
  }
}

test('[Q1] a stock y-websocket client and a Socket.io client write one record together', async () => {
  const world = await liveWorld()
  const stock = await Stock.synced(world, world.people.boris)
  const anna = await RawClient.join(world, world.people.anna)
  stock.type(' From stock.')
  await anna.until(() => anna.outcome === 'The Group agreed. From stock.')
  must(await anna.type(' From ours.'))
  await stock.until(() => stock.outcome === 'The Group agreed. From stock. From ours.')
  expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. From stock. From ours.')
})

test('[Q2] what a stock client wrote offline arrives when it comes back, merged with what others wrote', async () => {
  const world = await liveWorld()
  const stock = await Stock.synced(world, world.people.boris)
  const anna = await RawClient.join(world, world.people.anna)
  stock.provider.disconnect()
  stock.type(' Offline.')
  must(await anna.type(' Online.'))
  stock.provider.connect()
  await anna.until(() => anna.outcome.includes(' Offline.'))
  await stock.until(() => stock.outcome.includes(' Online.'))
  expect(stock.outcome).toBe(anna.outcome)
})

test('[Q3] nothing a stock client writes is passed on before the append has returned', async () => {
  const world = await liveWorld()
  const stock = await Stock.synced(world, world.people.boris)
  const anna = await RawClient.join(world, world.people.anna)
  world.storage.hold()
  stock.type(' Held.')
  await world.storage.arrived()
  await anna.raw('presence.set', {})
  expect(anna.all('record.frame')).toEqual([])
  world.storage.release()
  await anna.until(() => anna.outcome.endsWith(' Held.'))
})

test('[Q4] who only reads is sent away with 4403 and stays away; a stranger with 4401; an unknown record with 4404', async () => {
  const world = await liveWorld()
  const cases = [
    [world.people.observer, world.meetingId, 4403],
    [null, world.meetingId, 4401],
    [{ ...world.people.anna, token: 'forged' }, world.meetingId, 4401],
    [world.people.anna, 'no-such-record', 4404],
  ] as const
  for (const [person, documentId, code] of cases) {
    const stock = new Stock(world, person, documentId)
    await stock.until(() => stock.closes.length > 0)
    expect(stock.closes[0]?.code).toBe(code)
    expect(stock.provider.shouldConnect).toBe(false)
    expect([...stock.doc.share.keys()]).toEqual([])
  }
  expect(world.rooms.present(world.meetingId)).toBe(0)
})

test('[Q5] a client whose update is refused is closed with the code of the refusal, and the others see nothing of it', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const stock = await Stock.synced(world, world.people.boris)
  stock.doc.getMap('hidden storage').set('key', 'value')
  await stock.until(() => stock.closes.length > 0)
  expect(stock.closes[0]?.code).toBe(4400)
  expect(stock.provider.shouldConnect).toBe(false)
  must(await anna.type(' Clean.'))
  expect([...(await world.storedDocument()).share.keys()]).not.toContain('hidden storage')
})

test('[Q6] presence over the stock protocol bears the server’s names, and a client cannot speak for another', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const stock = await Stock.synced(world, world.people.boris)
  stock.awareness.setLocalState({ user: { name: 'The President', color: 'red' }, cursor: { anchor: 1, head: 1 } })
  const ofBoris = () =>
    anna.all('presence.changed').flatMap(({ people }) => people.filter(({ clientId }) => clientId === stock.doc.clientID))
  await anna.until(() => ofBoris().some(({ state }) => state?.cursor !== null && state !== null))
  expect(ofBoris().map(({ name }) => name)).not.toContain('The President')
  expect(ofBoris().at(-1)?.name).toBe('Boris')
  await stock.until(() => stock.awareness.getStates().has(anna.doc.clientID))
  expect(stock.awareness.getStates().get(anna.doc.clientID)).toMatchObject({ user: { name: 'Anna (CAN)' } })
  // The stock client now re-sends what it heard of Anna; she must not move by it.
  stock.awareness.states.set(anna.doc.clientID, { cursor: { anchor: 9, head: 9 } })
  stock.awareness.emit('update', [{ added: [], updated: [anna.doc.clientID], removed: [] }, 'test'])
  stock.awareness.setLocalStateField('cursor', { anchor: 2, head: 2 })
  await anna.until(() => JSON.stringify(ofBoris().at(-1)?.state?.cursor) === '{"anchor":2,"head":2}')
  const ofAnna = anna
    .all('presence.changed')
    .flatMap(({ people }) => people.filter(({ clientId }) => clientId === anna.doc.clientID))
  expect(ofAnna.filter(({ state }) => state !== null)).toEqual([])
  // Nor does the server put words into the client's own state.
  expect(stock.awareness.getLocalState()).toMatchObject({ user: { name: 'The President' } })
  anna.socket.disconnect()
  await stock.until(() => !stock.awareness.getStates().has(anna.doc.clientID))
})

test('[Q7] a client that is still unwritten may sync in every phase: an update with nothing new is saved already', async () => {
  const world = await liveWorld({ phase: 'draft' })
  const stock = await Stock.synced(world, world.people.rapporteur)
  // The whole state and the whole delete set again, as the second step of a sync.
  const participant = world.add('Paula', 'rapporteur')
  const other = await Stock.synced(world, participant)
  world.rooms.closeConnections({ person: participant.person }, 'rightsChanged', 'Come in again.')
  await other.until(() => other.closes.length > 0)
  expect(other.closes[0]?.code).toBe(4512)
  expect(other.provider.shouldConnect).toBe(true)
  await other.until(() => other.provider.synced)
  stock.type(' In draft.')
  await other.until(() => other.outcome.endsWith(' In draft.'))
  expect(stock.closes).toEqual([])
})

test('[Q8] a frame that is not one whole message of the protocol closes its sender with 4400', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const good = frame((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()))
  })
  const two = new Uint8Array([...good, ...good])
  const unknown = new Uint8Array([9, 1, 2])
  const auth = frame((encoder) => {
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'no')
  })
  const lyingSize = new Uint8Array([0, 0, 255, 255, 255, 255, 15])
  for (const bad of [
    two,
    unknown,
    auth,
    lyingSize,
    good.subarray(0, 2),
    new Uint8Array(0),
    'text',
    new Uint8Array([1, 3, 255, 255, 3]),
  ]) {
    expect(await closeCodeAfter(world, bad)).toBe(4400)
  }
  expect(await closeCodeAfter(world, new Uint8Array(1024 * 1024 + 1000))).toBe(1009)
  must(await anna.type(' Untouched.'))
  expect(world.faults).toEqual([])
})

test('[Q9] the token is never said back, and the handshake of a foreign page with a cookie is turned away before the upgrade', async () => {
  const world = await liveWorld()
  const address = `${world.url.replace('http', 'ws')}/yjs/${world.meetingId}`
  const socket = new WebSocket(address, ['rapporteur.v1', `bearer.${world.people.anna.token}`])
  await new Promise((resolve) => socket.once('open', resolve))
  expect(socket.protocol).toBe('rapporteur.v1')
  socket.terminate()
  for (const origin of ['http://evil.example', 'null', undefined]) {
    const headers = { cookie: `session=${world.people.anna.token}`, ...(origin === undefined ? {} : { origin }) }
    const foreign = new WebSocket(address, ['rapporteur.v1'], { headers })
    const status = await new Promise((resolve) => {
      foreign.on('error', () => undefined)
      foreign.once('unexpected-response', (_request, response) => resolve(response.statusCode))
      foreign.once('open', () => resolve('open'))
    })
    foreign.terminate()
    expect(status).toBe(403)
  }
})

test('[Q10] the server speaks to a stock client at once, so that silence never looks like a dead line', async () => {
  const world = await liveWorld()
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/yjs/${world.meetingId}`, [
    'rapporteur.v1',
    `bearer.${world.people.anna.token}`,
  ])
  const kinds: number[] = []
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      kinds.push(decoding.readVarUint(decoding.createDecoder(new Uint8Array(data))))
      if (kinds.length === 2) resolve()
    })
  })
  expect(kinds.slice(0, 2)).toEqual([0, 1])
  socket.terminate()
})

test('[Q11] an upgrade at an address that is nobody’s is turned away', async () => {
  const world = await liveWorld()
  for (const path of ['/', '/yjs', '/other/socket.io/']) {
    const socket = new WebSocket(`${world.url.replace('http', 'ws')}${path}`)
    socket.on('error', () => undefined)
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.once('open', () => resolve('open'))
    })
    socket.terminate()
    expect(status).toBe(404)
  }
})

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Connects as Boris, sends one frame and tells how the server closed. */
async function closeCodeAfter(world: World, sent: Uint8Array | string): Promise<number> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/yjs/${world.meetingId}`, [
    'rapporteur.v1',
    `bearer.${world.people.boris.token}`,
  ])
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('message', resolve))
  socket.send(sent)
  return closed
}
