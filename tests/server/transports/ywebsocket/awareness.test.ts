import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { applyAwarenessUpdate, Awareness as YAwareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Awareness } from '../../../../server/transports/ywebsocket/Awareness.ts'
import { AwarenessWords } from '../../../../server/transports/ywebsocket/AwarenessWords.ts'
import { readyFrame, StockWriter } from '../../../../server/transports/ywebsocket/StockWriter.ts'
import type { Millis } from '../../../../shared/base/index.ts'
import type { Person } from '../../../../shared/protocol/index.ts'

function wordsAt(now: () => number): AwarenessWords {
  return new AwarenessWords({ now: () => now() as Millis }) // the branding of a clock
}

function person(connection: string, clientId: number | null, item = 'a'): Person {
  const facts = { function: null, role: 'participant', code: null, delegation: null, delegationId: null, delegationType: null }
  return { connection, clientId, name: connection, ...facts, colour: 1, state: { item, field: null, cursor: null, away: false } }
}

/** Plays what is said to a copy of the library's own client. */
function client(clientId: number) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new YAwareness(doc)
  const hear = (message: Uint8Array) => {
    const decoder = decoding.createDecoder(message)
    expect(decoding.readVarUint(decoder)).toBe(1)
    applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server')
  }
  const seen = () =>
    [...awareness.getStates()].filter(([id]) => id !== clientId).map(([id, state]) => [id, state.rapporteur?.item])
  return { awareness, hear, seen, end: () => awareness.destroy() }
}

test('[BEN4] who changed is said in the same words to all, and to whoever is among them in words without themselves', () => {
  const words = wordsAt(() => 1_000)
  const [anna, boris] = [person('anna', 11), person('boris', 22)]
  const guest = new Awareness(words)
  const own = client(11)
  own.awareness.setLocalState({ mine: true })
  own.hear(guest.begin('anna', [anna, boris]))
  expect(own.seen()).toEqual([[22, 'a']])
  const moved = { people: [person('boris', 22, 'b')], gone: [], clock: words.tick() }
  expect(guest.change(moved)).toBe('same')
  own.hear(words.say(moved.people, [], moved.clock))
  expect(own.seen()).toEqual([[22, 'b']])
  expect(guest.change({ people: [person('anna', 11, 'c')], gone: [], clock: words.tick() })).toBe('nothing')
  const both = guest.change({ people: [person('anna', 11, 'd'), person('boris', 22, 'd')], gone: [], clock: words.tick() })
  if (typeof both === 'string') throw new Error('It must not hear of itself')
  own.hear(both)
  expect(own.seen()).toEqual([[22, 'd']])
  expect(own.awareness.getLocalState()).toEqual({ mine: true })
  const gone = guest.change({ people: [], gone: ['boris'], clock: words.tick() })
  if (typeof gone === 'string') throw new Error('It knew of who is gone')
  own.hear(gone)
  expect(own.seen()).toEqual([])
  own.end()
})

test('[BEN5] a client that comes in again hears of everybody, however much was said since the server began', () => {
  let now = 5_000_000
  const words = wordsAt(() => now)
  const own = client(11)
  const first = new Awareness(words)
  own.hear(first.begin('one', [person('boris', 22, 'a')]))
  for (let said = 0; said < 500; said += 1) {
    const told = { people: [person('boris', 22, `${said}`)], gone: [], clock: words.tick() }
    if (first.change(told) === 'same') own.hear(words.say(told.people, [], told.clock))
  }
  own.hear(new Awareness(words).begin('two', [person('boris', 22, 'again')]))
  expect(own.seen()).toEqual([[22, 'again']])
  // The server starts anew a while later: its clocks are above all that it had said, as it says less than a thousand things a second.
  now += 10_000
  own.hear(new Awareness(wordsAt(() => now)).begin('three', [person('boris', 22, 'anew')]))
  expect(own.seen()).toEqual([[22, 'anew']])
  own.end()
})

test('[BEN6] a frame that is made once arrives at each receiver as the message it was made of, whatever its length', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  onTestFinished(() => server.close())
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 200_000]
  const messages = lengths.map((length) => new Uint8Array(length).map((_, at) => at % 251))
  server.on('connection', (socket) => {
    const writer = new StockWriter(socket, { monotonicMs: () => performance.now() })
    for (const message of messages) writer.write(readyFrame(message))
    socket.send('and the library writes on')
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a path
  const heard = await Promise.all(
    [1, 2].map(async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`)
      onTestFinished(() => socket.terminate())
      const frames: Buffer[] = []
      await new Promise<void>((resolve, reject) => {
        socket.on('message', (data: Buffer, isBinary: boolean) => (isBinary ? frames.push(data) : resolve()))
        socket.on('error', reject)
      })
      return frames.map((frame, n) => Buffer.compare(frame, messages[n] ?? Buffer.from('none')))
    }),
  )
  expect(heard).toEqual([lengths.map(() => 0), lengths.map(() => 0)])
})
