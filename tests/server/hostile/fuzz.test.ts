import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeStep1, writeUpdate } from '../../../server/transports/ywebsocket/messages.ts'
import { seedOf } from '../../support/chance.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { must, outcomeOf, textOf, typeInto } from '../../support/live/RawClient.ts'
import { hostileFrames, hostilePackets } from './corpus/frames.ts'
import { type Door, HostileLine } from './HostileLine.ts'
import { type Watched, watched } from './witness.ts'

const seed = seedOf('FUZZ_SEED')
/** Most frames cost their sender the line, and the next one a handshake: so only those count that were read. */
const frames: Readonly<Record<Door, number>> = {
  socket: Number(process.env.FUZZ_FRAMES ?? 1_000),
  stock: Number(process.env.FUZZ_FRAMES ?? 500),
}

/** Messages as honest clients send them, over either door. */
function traffic({ world, witness }: Watched): readonly Buffer[][] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(witness.doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of [' one', ' two', ' three']) typeInto(copy, world, word)
  const { meetingId } = world
  const events: readonly (readonly [string, unknown])[] = [
    ...updates.map((update) => ['record.update', { meetingId, updateId: 'u', update: textOf(update) }] as const),
    ['record.sync', { meetingId, stateVector: textOf(Y.encodeStateVector(copy)) }],
    ['clock.ask', {}],
    ['presence.set', { meetingId, clientId: copy.clientID, state: { item: null, field: null, cursor: null, away: false } }],
    ['session.command', { meetingId, command: { id: 'AAAAAAAAAAAAAAAAAAAAAA', kind: 'floor.ask', delegation: null } }],
  ]
  const packets = events.map((event, number) => Buffer.from(`42${number + 1}${JSON.stringify(event)}`))
  const odd = hostilePackets.flatMap(({ data }) => (typeof data === 'string' && data.length < 2_000 ? [Buffer.from(data)] : []))
  const oddFrames = hostileFrames.flatMap(({ data }) => (data.length < 2_000 ? [Buffer.from(data)] : []))
  const asFrames = [...updates.map(writeUpdate), writeStep1(Y.encodeStateVector(copy)), new Uint8Array([3])].map((frame) =>
    Buffer.from(frame),
  )
  return [
    [...packets, ...packets, ...odd],
    [...asFrames, ...asFrames, ...oddFrames],
  ]
}

function mutate(message: Buffer, pick: (below: number) => number): Buffer {
  const bytes = [...message]
  for (let time = 1 + pick(3); time > 0 && bytes.length > 0; time -= 1) {
    const at = pick(bytes.length)
    const how = pick(5)
    if (how === 0) bytes[at] = pick(256)
    else if (how === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8))
    else if (how === 2) bytes.splice(at, 1 + pick(4))
    else if (how === 3) bytes.splice(at, 0, ...Array.from({ length: 1 + pick(4) }, () => pick(256)))
    else bytes[at] = [0, 1, 34, 91, 123, 127, 128, 255][pick(8)] ?? 0
  }
  return Buffer.from(bytes)
}

for (const door of ['socket', 'stock'] as const) {
  test(`[HOS7] of ${frames[door]} frames bent at random none ends the process, breaks a record or is told with more than its reason (${door}, seed ${seed})`, async () => {
    const watch = await watched()
    const { world, anna, witness, mallory } = watch
    const random = seeded(seed)
    const pick = (below: number) => Math.floor(random() * below)
    const messages = traffic(watch)[door === 'socket' ? 0 : 1] ?? []
    const memory = process.memoryUsage().rss
    let line = await HostileLine.join(world, door, mallory)
    const counts = { closed: 0 }
    for (let frame = 1; frame <= frames[door]; frame += 1) {
      const message = mutate(messages[pick(messages.length)] ?? Buffer.alloc(0), pick)
      line.say(door === 'socket' ? message.toString() : message)
      // What stands behind a frame that ends the line is not read, so each is waited for by a ping behind it.
      await line.hasRead()
      if (line.isClosed) {
        counts.closed += 1
        expect(line.heard.filter((text) => typeof text === 'string' && /\.ts:|at \w+ \(/.test(text))).toEqual([])
        line = await HostileLine.join(world, door, mallory)
      }
      if (frame % 500 !== 0) continue
      must(await anna.type('.'))
      await witness.until(() => witness.outcome === anna.outcome)
      expect(outcomeOf(await world.storedDocument(), world)).toBe(anna.outcome)
    }
    expect(world.faults).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    expect(counts.closed).toBeGreaterThan(frames[door] / 100)
    const grown = Math.round((process.memoryUsage().rss - memory) / 2 ** 20)
    if (process.env.FUZZ_FRAMES !== undefined)
      process.stdout.write(`${door}: ${counts.closed} lines closed, RSS ${grown} MiB more (both sides)\n`)
  })
}
