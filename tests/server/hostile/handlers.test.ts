import { expect, test } from 'vitest'
import type { Connection, Rooms, Sink } from '../../../server/rooms/index.ts'
import type { Route } from '../../../server/transports/http/route.ts'
import { routes } from '../../../server/transports/http/routes.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { must, outcomeOf, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { HostileLine } from './HostileLine.ts'
import { watched } from './witness.ts'

const ways = ['throws', 'rejects'] as const

/** What breaks, at once or later. */
function breaking(how: (typeof ways)[number]): () => Promise<never> {
  const error = new Error('planted')
  return () => {
    if (how === 'throws') throw error
    return Promise.reject(error)
  }
}

test('[HOT2] whatever route breaks, at once or later, its caller alone hears of a fault and nothing of what it was', async () => {
  const world = await httpWorld()
  const { people } = await world.group()
  const root = await world.account('Root', { administrator: true })
  const id = 'AAAAAAAAAAAAAAAAAAAAAA'
  for (const route of routes) {
    // The door asks its table at each call; here a line of it breaks, whatever it was asked.
    const line: { -readonly [Key in keyof Route]: Route[Key] } = route
    const { handle } = line
    const known = { body: line.body, query: line.query }
    const path = route.path.replaceAll(/:\w+/g, id)
    for (const how of ways) {
      line.handle = breaking(how)
      delete line.body
      delete line.query
      const name = `${route.method} ${route.path} ${how}`
      const init = route.takesFile === true ? { headers: { 'content-type': 'application/octet-stream' } } : {}
      const answer = await world.call(route.method.toUpperCase(), path, { as: root.token, ...init })
      expect([answer.status, answer.code], name).toEqual([500, 'internal'])
      expect(answer.raw, name).not.toContain('planted')
      if (route.who !== 'anybody')
        expect((await world.call(route.method.toUpperCase(), path, init)).status, name).toBeGreaterThanOrEqual(400)
    }
    line.handle = handle
    if (known.body !== undefined) line.body = known.body
    if (known.query !== undefined) line.query = known.query
  }
  expect(routes.length).toBeGreaterThan(60)
  expect((await world.call('GET', '/groups', { as: people.observer.token })).status).toBe(200)
})

test('[HOT3] whatever a message of a live door ends in breaks, at once or later, nobody else is touched and the process lives', async () => {
  const watch = await watched()
  const { world, mallory } = watch
  const last: unknown[] = []
  const note = (error: unknown) => last.push(error)
  process.on('uncaughtException', note).on('unhandledRejection', note)
  const later = ['update', 'sync', 'command'] as const
  // These answer at once, so they can only throw.
  const atOnce = ['presence', 'spend', 'stateVector', 'start', 'leave'] as const
  const rooms: { -readonly [Key in keyof Rooms]: Rooms[Key] } = world.rooms
  const { join, joinDocument } = rooms
  for (const how of ways) {
    for (const name of ['join', ...later, ...(how === 'throws' ? atOnce : [])] as const) {
      const broken = (connection: Connection): Connection =>
        new Proxy(connection, {
          get: (real, key) => (key === name ? breaking(how) : Reflect.get(real, key)),
        })
      const breakEntrance = <T extends (...args: never[]) => Promise<unknown>>(real: T): T =>
        (async (...args: Parameters<T>) => {
          if (name === 'join') return breaking(how)()
          const entered = (await real(...args)) as Awaited<ReturnType<Rooms['join']>> // both entrances answer alike in this
          return entered.ok ? { ok: true, value: { ...entered.value, connection: broken(entered.value.connection) } } : entered
        }) as unknown as T // takes and gives what the real one does
      rooms.join = breakEntrance(join)
      rooms.joinDocument = breakEntrance(joinDocument)
      const boris = await RawClient.connect(world, mallory)
      const joined = await boris.tryEnter()
      if (joined.ok) {
        const answers = await Promise.all([
          boris.run({ kind: 'floor.ask', intervention: 'statement' }),
          boris.ask('record.sync', { meetingId: world.meetingId, stateVector: 'AA==' }),
          boris.ask('presence.set', {
            meetingId: world.meetingId,
            clientId: boris.doc.clientID,
            state: { item: null, field: null, cursor: null, away: false },
          }),
          boris.send(new Uint8Array([0, 0])),
        ])
        expect(JSON.stringify(answers)).not.toContain('planted')
        if (name === 'leave') expect((await boris.ask('meeting.leave', { meetingId: world.meetingId })).ok).toBe(false)
      } else expect(joined.refusal.code).toBe('internal')
      boris.socket.disconnect()
      const line = await HostileLine.open(world, 'stock', mallory)
      await line.until(() => line.heard.length >= 2 || line.isClosed)
      for (const frame of [[0, 0, 1, 0], [0, 2, 2, 0, 0], [3], [1, 1, 0]]) line.say(new Uint8Array(frame))
      await line.hasRead()
      line.leave()
      rooms.join = join
      rooms.joinDocument = joinDocument
      // What was left half done is behind a trip or two round the loop.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      expect(last, `${name} ${how}`).toEqual([])
      world.faults.length = 0
      await watch.unharmed(`${name} ${how}`)
    }
  }
  process.off('uncaughtException', note).off('unhandledRejection', note)
})

test('[HOT4] a receiver that breaks when it is told something is cut, and what was said is stored, answered and heard by the others', async () => {
  const clock = new ManualClock(new Date().toISOString())
  const watch = await watched({ clock })
  const { world, anna, witness } = watch
  const { sink, ends } = quietSink()
  const boom: Sink['speaker'] = {
    say: () => {
      throw new Error('planted')
    },
  }
  const poisoned = await enter(world, watch.mallory, { ...sink, speaker: boom })
  poisoned.connection.start()
  const before = world.rooms.present(world.meetingId)
  must(await anna.type(' One.'))
  await witness.until(() => witness.outcome.endsWith(' One.'))
  expect(world.rooms.present(world.meetingId)).toBe(before - 1)
  expect(ends).toEqual(['cut'])
  expect(world.faults.length).toBe(1)
  // The timers, too: presence, and the last word said once more.
  const again = await enter(world, watch.mallory, { ...sink, speaker: boom })
  again.connection.start()
  clock.advance(40_000)
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(ends).toEqual(['cut', 'cut'])
  world.faults.length = 0
  await watch.unharmed('a broken receiver')
  expect(outcomeOf(await world.storedDocument(), world)).toBe(witness.outcome)
})

test('[HOT5] a store whose reading breaks while timers run their course ends nobody’s meeting, and lets nobody in', async () => {
  const clock = new ManualClock(new Date().toISOString())
  const watch = await watched({ clock })
  const { world } = watch
  const { documents, meetings } = world.storage
  const ports: readonly (readonly [object, readonly string[]])[] = [
    [documents, ['load', 'compact', 'authors', 'seqOf', 'asides']],
    [meetings, ['get', 'list', 'sources', 'appliedCommand', 'version', 'comments']],
  ]
  const last: unknown[] = []
  const note = (error: unknown) => last.push(error)
  process.on('uncaughtException', note).on('unhandledRejection', note)
  for (const how of ways) {
    const real = ports.map(
      ([port, names]) => [port, Object.fromEntries(names.map((name) => [name, Reflect.get(port, name)]))] as const,
    )
    for (const [port, names] of ports) for (const name of names) Reflect.set(port, name, breaking(how))
    for (let minute = 0; minute < 30; minute += 1) {
      clock.advance(60_000)
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    }
    await expect(RawClient.connect(world, { token: 'nobody' })).rejects.toThrow()
    for (const [port, calls] of real) Object.assign(port, calls)
    expect(last).toEqual([])
    world.faults.length = 0
    await watch.unharmed(how)
  }
  process.off('uncaughtException', note).off('unhandledRejection', note)
})
