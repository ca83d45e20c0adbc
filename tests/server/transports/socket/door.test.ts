import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../../../shared/base/index.ts'
import { liveWorld } from '../../../support/live/liveWorld.ts'
import { bytesOf, codeOf, must, outcomeOf, RawClient, textOf, typeInto } from '../../../support/live/RawClient.ts'

/** Long polling is a full equal: every rule of the door holds over both. */
describe.each(['websocket', 'polling'] as const)('over %s', (transport) => {
  test('[K1] what one person writes reaches the others and the log, with the answer after it', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const boris = await RawClient.join(world, world.people.boris, transport)
    must(await anna.type(' Firmly.'))
    expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. Firmly.')
    await boris.until(() => boris.outcome === 'The Group agreed. Firmly.')
    must(await boris.type(' Twice.'))
    await anna.until(() => anna.outcome === 'The Group agreed. Firmly. Twice.')
  })

  test('[K2] neither the answer nor the frame leaves before the append has returned', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const boris = await RawClient.join(world, world.people.boris, transport)
    world.storage.hold()
    let isAnswered = false
    const answer = anna.type(' Held.').finally(() => {
      isAnswered = true
    })
    await world.storage.arrived()
    // A round trip on both lines: whatever had been sent before would have come before it.
    await anna.raw('presence.set', {})
    await boris.raw('presence.set', {})
    expect(isAnswered).toBe(false)
    expect(boris.all('record.frame')).toEqual([])
    world.storage.release()
    must(await answer)
    await boris.until(() => boris.outcome.endsWith(' Held.'))
  })

  test('[K3] an observer gets the record as plain data and its changes, and never a byte of Yjs', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const observer = await RawClient.connect(world, world.people.observer, transport)
    const joined = must(await observer.tryEnter())
    expect(joined).toMatchObject({ mode: 'reader', readerBecause: 'role', update: null, stateVector: null })
    await observer.until(() => observer.all('view.record').length === 1)
    must(await anna.type(' Seen.'))
    await observer.until(() => observer.all('view.change').length > 0)
    expect(JSON.stringify(observer.all('view.change'))).toContain(' Seen.')
    expect(observer.all('record.frame')).toEqual([])
    const sync = await observer.ask('record.sync', { meetingId: world.meetingId, stateVector: 'AA==' })
    expect(codeOf(sync)).toBe('forbidden')
  })

  test('[K4] an observer cannot change anything: the update is refused, and nobody else hears of it', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const observer = await RawClient.connect(world, world.people.observer, transport)
    must(await observer.tryEnter())
    Y.applyUpdate(observer.doc, Y.encodeStateAsUpdate(anna.doc), 'server')
    expect(codeOf(await observer.type(' Sneaked.'))).toBe('forbidden')
    must(await anna.type(' Mine.'))
    expect(anna.outcome).toBe('The Group agreed. Mine.')
    expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. Mine.')
    expect(codeOf(await observer.ask('presence.set', { meetingId: world.meetingId, clientId: 5, state: null }))).toBe('forbidden')
  })

  test('[K5] a message that does not fit its schema is refused as invalid, and an unknown event is not answered', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const good = { meetingId: world.meetingId, updateId: 'u', update: '' }
    for (const body of [
      null,
      7,
      'text',
      [],
      {},
      { ...good, extra: 1 },
      { ...good, update: '%%' },
      { ...good, update: 'A'.repeat(1_400_001) },
    ]) {
      expect(codeOf(await anna.raw('record.update', body))).toBe('invalid')
    }
    expect(
      codeOf(await anna.raw('session.command', { meetingId: world.meetingId, command: { kind: 'meeting.explode', id: 'x' } })),
    ).toBe('invalid')
    await expect(anna.socket.timeout(200).emitWithAck('constructor', {})).rejects.toThrow()
    must(await anna.type(' Still here.'))
  })

  test('[K6] a stranger is refused at the handshake, with a code', async () => {
    const world = await liveWorld()
    await expect(RawClient.connect(world, null, transport)).rejects.toMatchObject({ data: { code: 'unauthenticated' } })
    const forged = { ...world.people.anna, token: 'forged' }
    await expect(RawClient.connect(world, forged, transport)).rejects.toMatchObject({ data: { code: 'unauthenticated' } })
  })

  test('[K7] a cookie with a foreign, null or missing origin does not get through the handshake', async () => {
    const world = await liveWorld()
    const open = (origin: string | null) =>
      new Promise<string>((resolve) => {
        const cookie = `session=${world.people.anna.token}`
        const socket = io(world.url, {
          transports: [transport],
          forceNew: true,
          reconnection: false,
          extraHeaders: origin === null ? { cookie } : { cookie, origin },
        })
        const end = (how: string) => {
          socket.disconnect()
          resolve(how)
        }
        socket.once('connect', () => end('in'))
        socket.once('connect_error', (error) => end('data' in error ? 'refused inside' : 'turned away'))
      })
    expect(await open('http://own.example')).toBe('in')
    for (const origin of ['http://own.example.evil', 'https://own.example', 'http://own.example:81', 'null', null]) {
      expect(await open(origin)).toBe('turned away')
    }
  })

  test('[K8] names, roles and nameplates of those present are the server’s, whatever a client says', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const boris = await RawClient.join(world, world.people.boris, transport)
    const place = { item: world.itemId, field: `outcomes/${world.outcomeId}/text`, cursor: { anchor: 1, head: 1 }, away: false }
    const set = { meetingId: world.meetingId, clientId: anna.doc.clientID, state: place }
    expect(codeOf(await anna.raw('presence.set', { ...set, name: 'Somebody else' }))).toBe('invalid')
    must(await anna.ask('presence.set', set))
    const seen = () => boris.all('presence.changed').flatMap(({ people }) => people)
    await boris.until(() => seen().some((person) => person.state !== null))
    expect(seen().find((person) => person.state !== null)).toMatchObject({
      clientId: anna.doc.clientID,
      name: 'Anna',
      role: 'participant',
      code: 'CAN',
      delegation: 'Canada',
      state: place,
    })
    const large = { ...place, cursor: { anchor: 'x'.repeat(3000), head: null } }
    expect(codeOf(await anna.ask('presence.set', { ...set, state: large }))).toBe('tooLarge')
  })

  test('[K9] an entry of presence under somebody else’s client id is dropped without an answer to it', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const boris = await RawClient.join(world, world.people.boris, transport)
    const state = { item: null, field: null, cursor: null, away: true }
    must(await boris.ask('presence.set', { meetingId: world.meetingId, clientId: anna.doc.clientID, state }))
    // Nor as the first that is heard of somebody.
    const carla = await RawClient.connect(world, world.people.coordinator, transport)
    must(await carla.tryEnter({ clientIds: [] }))
    must(await carla.ask('presence.set', { meetingId: world.meetingId, clientId: anna.doc.clientID, state }))
    must(await boris.ask('presence.set', { meetingId: world.meetingId, clientId: boris.doc.clientID, state }))
    const heard = () => anna.all('presence.changed').flatMap(({ people }) => people)
    await anna.until(() => heard().some((person) => person.state !== null))
    expect(
      heard()
        .filter((person) => person.state !== null)
        .map((person) => person.clientId),
    ).toEqual([boris.doc.clientID])
  })

  test('[K10] revoking a seat closes its connections at once and keeps its holder out', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    const boris = await RawClient.join(world, world.people.boris, transport)
    const late = anna.make(() => typeInto(anna.doc, world, ' Too late.'))
    world.setRole(world.people.anna, null)
    world.rooms.closeConnections({ seatId: world.people.anna.seatId }, 'ended', 'This link was withdrawn.')
    expect(await anna.closed()).toBe('ended')
    expect(codeOf(await anna.send(late))).toBe('rightsChanged')
    expect(codeOf(await anna.tryEnter())).toBe('notFound')
    const gone = () => boris.all('presence.changed').flatMap((changed) => changed.gone)
    await boris.until(() => gone().length > 0)
    must(await boris.type(' Goes on.'))
    expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. Goes on.')
  })

  test('[K11] signing out closes the sockets of that login session, and of no other', async () => {
    const world = await liveWorld()
    const cookie = { cookie: `session=${world.people.anna.token}`, origin: 'http://own.example' }
    const byCookie = io(world.url, { transports: [transport], forceNew: true, reconnection: false, extraHeaders: cookie })
    const closed = new Promise<{ code: string }>((resolve) => byCookie.once('meeting.closed', resolve))
    const ask = { meetingId: world.meetingId, schemaVersion: 1, epoch: null, stateVector: null, clientIds: [] }
    must(await byCookie.timeout(10_000).emitWithAck('meeting.join', ask))
    const byToken = await RawClient.join(world, world.people.anna, transport)
    world.rooms.closeConnections({ loginSession: world.people.anna.token }, 'ended', 'You signed out.')
    expect((await closed).code).toBe('ended')
    must(await byToken.type(' By token.'))
    byCookie.disconnect()
  })

  test('[K12] a client with an older epoch is told before any sync; one with an older schema only reads', async () => {
    const world = await liveWorld()
    const anna = await RawClient.connect(world, world.people.anna, transport)
    expect(codeOf(await anna.tryEnter({ epoch: 'before the restore' }))).toBe('otherEpoch')
    expect(must(await anna.tryEnter({ schemaVersion: 1, epoch: world.storage.epoch }))).toMatchObject({ mode: 'pen' })
    expect(anna.all('record.frame')).toEqual([])
  })

  test('[K13] coming in with a state vector brings only what is missing, and a vector that lies is refused', async () => {
    const world = await liveWorld()
    const anna = await RawClient.join(world, world.people.anna, transport)
    must(await anna.type(' One.'))
    const copy = Y.encodeStateAsUpdate(anna.doc)
    const vector = Y.encodeStateVector(anna.doc)
    must(await anna.type(' Two.'))
    const boris = await RawClient.connect(world, world.people.boris, transport)
    Y.applyUpdate(boris.doc, copy, 'server')
    const joined = await boris.enter({ stateVector: textOf(vector) })
    expect(boris.outcome).toBe('The Group agreed. One. Two.')
    expect(bytesOf(joined.update ?? '').length).toBeLessThan(copy.length)
    expect(codeOf(await boris.tryEnter({ stateVector: textOf(new Uint8Array([255, 255, 255, 255, 15])) }))).toBe('tooLarge')
    expect(codeOf(await boris.tryEnter({ stateVector: textOf(new Uint8Array([2, 1])) }))).toBe('malformed')
    const missing = must(
      await anna.ask<{ update: string }, 'record.sync'>('record.sync', {
        meetingId: world.meetingId,
        stateVector: textOf(vector),
      }),
    )
    expect(missing.update).toBe(joined.update)
  })

  test('[K14] nobody in another meeting’s group learns that it exists', async () => {
    const world = await liveWorld()
    const outsider = world.add('Oscar', 'coordinator')
    world.setRole(outsider, null)
    const oscar = await RawClient.connect(world, outsider, transport)
    const known = await oscar.tryEnter()
    const unknown = await oscar.tryEnter({ meetingId: 'no such meeting' })
    expect(known).toEqual(unknown)
    expect(codeOf(known)).toBe('notFound')
    expect(world.rooms.present(world.meetingId)).toBe(0)
    world.rooms.closeConnections({ person: outsider.person as PersonId }, 'ended', '')
  })
})
