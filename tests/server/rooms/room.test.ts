import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CommandId, DocumentId, MeetingId } from '../../../shared/base/index.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { codeOf, must, outcomeOf, RawClient, typeInto } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

type CommandKind = 'meeting.open' | 'meeting.suspend' | 'meeting.resume' | 'meeting.close'

function command(client: RawClient, world: World, kind: CommandKind, id: CommandId = newId()) {
  return client.ask<{ seq: number }, 'session.command'>('session.command', { meetingId: world.meetingId, command: { kind, id } })
}

test('[R13] updates that come while an append is under way are stored as one frame and told as one', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  world.storage.hold()
  const first = anna.type('0')
  await world.storage.arrived()
  const rest = [1, 2, 3, 4, 5].map((n) => anna.type(`${n}`))
  const others = [boris.type('a'), boris.type('b')]
  // A round trip on each line: all of it has arrived.
  await Promise.all([anna.raw('presence.set', {}), boris.raw('presence.set', {})])
  world.storage.release()
  for (const answer of [first, ...rest, ...others]) must(await answer)
  expect(world.storage.appends.length).toBe(2)
  expect(anna.all('record.frame').map(({ seq }) => seq)).toEqual([2, 3])
  expect(anna.outcome).toBe(boris.outcome)
  // What one hand typed in one turn is kept as one stretch.
  expect(world.storage.appends.map(({ authors }) => authors.map(({ length }) => length))).toEqual([[1], [5, 2]])
})

test('[R14] when an append fails nobody has seen or been told a word of it; everyone comes in again and reads the log', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  world.storage.failNext()
  const lost = anna.make(() => typeInto(anna.doc, world, ' Kept on the device.'))
  expect(codeOf(await anna.send(lost))).toBe('notSaving')
  expect(await anna.closed()).toBe('notSaving')
  expect(await boris.closed()).toBe('notSaving')
  expect(boris.all('record.frame')).toEqual([])
  await boris.enter()
  expect(boris.outcome).toBe('The Group agreed.')
  // The very same update is good: the moment was at fault and not the words.
  must(await anna.tryEnter())
  must(await anna.send(lost))
  await boris.until(() => boris.outcome.endsWith(' Kept on the device.'))
  expect(world.faults.length).toBe(1)
})

test('[R15] a restart on the same folder brings back everything that was answered, with its client ids', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  must(await anna.type(' Before.'))
  must(await command(await RawClient.join(world, world.people.coordinator), world, 'meeting.suspend'))
  const clientId = anna.doc.clientID
  const again = await world.restart()
  const boris = await RawClient.join(again, again.people.boris)
  expect(boris.outcome).toBe('The Group agreed. Before.')
  const joined = must(await boris.tryEnter())
  expect(joined.session).toMatchObject({ phase: 'suspended' })
  boris.doc.clientID = clientId
  expect(codeOf(await boris.type(' Under her id.'))).toBe('foreignClient')
})

test('[R16] who comes in while an append is under way waits for it, and gets what is stored', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  world.storage.hold()
  const answer = anna.type(' Under way.')
  await world.storage.arrived()
  const boris = await RawClient.connect(world, world.people.boris)
  let isIn = false
  const entering = boris.enter().then(() => {
    isIn = true
  })
  const reading = world.rooms.readRecord(world.meetingId)
  await boris.raw('presence.set', {})
  expect(isIn).toBe(false)
  world.storage.release()
  await entering
  expect(boris.outcome).toBe('The Group agreed. Under way.')
  expect(JSON.stringify(await reading)).toContain('Under way.')
  must(await answer)
  expect(boris.all('record.frame')).toEqual([])
})

test('[R17] a command happens once by its id, by the right role in the right phase, and is told after it is stored', async () => {
  const world = await liveWorld({ phase: 'planned' })
  const chair = await RawClient.join(world, world.people.coordinator)
  const anna = await RawClient.join(world, world.people.anna)
  expect(codeOf(await command(anna, world, 'meeting.open'))).toBe('forbidden')
  expect(codeOf(await command(chair, world, 'meeting.suspend'))).toBe('wrongPhase')
  const id = newId<CommandId>()
  const first = must(await command(chair, world, 'meeting.open', id))
  const second = must(await command(chair, world, 'meeting.open', id))
  expect(second).toEqual(first)
  await anna.until(() => anna.all('session.changed').length > 0)
  expect(anna.all('session.changed')).toHaveLength(1)
  expect(anna.session).toMatchObject({ phase: 'inSession', seq: first.seq })
  const stored = await world.storage.meetings.get(world.meetingId)
  expect(stored?.session.history.map(({ phase, actor }) => [phase, actor])).toEqual([
    ['inSession', { role: 'coordinator', name: 'Chris' }],
  ])
  const overHttp = await world.rooms.command(world.callerOf(world.people.rapporteur), world.meetingId, {
    kind: 'meeting.suspend',
    id: newId(),
  })
  expect(overHttp.ok).toBe(true)
})

test('[R18] closing a meeting sends those who lose the pen out, and in again as readers; others keep it', async () => {
  const world = await liveWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  const anna = await RawClient.join(world, world.people.anna)
  must(await command(chair, world, 'meeting.close'))
  expect(await anna.closed()).toBe('rightsChanged')
  expect(must(await anna.tryEnter())).toMatchObject({ mode: 'reader', readerBecause: 'phase', update: null })
  await anna.until(() => anna.all('view.record').length > 0)
  must(await chair.type(' Edited in draft.'))
  await anna.until(() => JSON.stringify(anna.all('view.change')).includes(' Edited in draft.'))
  expect(chair.all('meeting.closed')).toEqual([])
})

test('[R19] a receiver that does not keep up is cut at 4 MiB, and the others are served on', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  let queued = 0
  const slow = quietSink(() => queued)
  const { connection } = await enter(world, world.people.boris, slow.sink)
  connection.start()
  must(await anna.type(' Heard.'))
  expect(slow.heard.filter(({ kind }) => kind === 'frame').length).toBe(1)
  queued = 4 * 1024 * 1024 + 1
  must(await anna.type(' Not heard.'))
  expect(slow.ends).toEqual(['cut'])
  expect(slow.heard.filter(({ kind }) => kind === 'frame').length).toBe(1)
  await anna.until(() => anna.all('presence.changed').some(({ gone }) => gone.length > 0))
  expect(world.rooms.present(world.meetingId)).toBe(1)
})

test('[R20] more messages than the budget are told to come later, and end nothing', async () => {
  const messages = { perSecond: 0, burst: 3 }
  const world = await liveWorld({ allowances: { messages, cpuMs: { perSecond: 1000, burst: 1000 } } })
  const anna = await RawClient.join(world, world.people.anna)
  for (const words of ['1', '2', '3']) must(await anna.type(words))
  const update = anna.make(() => typeInto(anna.doc, world, '4'))
  expect(codeOf(await anna.send(update))).toBe('tooMany')
  const again = await RawClient.connect(world, world.people.anna)
  must(await again.tryEnter())
  must(await again.send(update))
  expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed.1234')
})

test('[R21] a client with an older schema only reads', async () => {
  const world = await liveWorld()
  const { sink, heard } = quietSink()
  const pen = await RawClient.join(world, world.people.anna)
  const { joined, connection } = await enter(world, world.people.anna, sink, 0)
  expect(joined).toMatchObject({ mode: 'reader', readerBecause: 'outdated', update: null })
  connection.start()
  expect(heard.map(({ kind }) => kind)).toContain('view')
  const update = pen.make(() => typeInto(pen.doc, world, ' Old page.'))
  expect(await connection.update(update)).toMatchObject({ ok: false, refusal: { code: 'outdated' } })
  // Nothing has ended: after a reload the very same words go through.
  must(await pen.send(update))
})

test('[R22] news that comes before the door has answered the entrance follows the answer, in order and complete', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const { sink, heard } = quietSink()
  const { joined, connection } = await enter(world, world.people.boris, sink)
  must(await anna.type(' One.'))
  must(await anna.type(' Two.'))
  expect(heard).toEqual([])
  connection.start()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, joined.update ?? new Uint8Array())
  for (const news of heard) if (news.kind === 'frame') Y.applyUpdate(doc, news.update)
  expect(outcomeOf(doc, world)).toBe('The Group agreed. One. Two.')
})

test('[R23] reading a record opens no room and writes nothing; an unknown one is not found', async () => {
  const world = await liveWorld()
  const read = await world.rooms.readRecord(world.meetingId)
  expect(read).toMatchObject({ ok: true, value: { meetingId: world.meetingId, items: [{ number: '1' }] } })
  expect(await world.rooms.readRecord('unknown' as MeetingId)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
  expect(world.rooms.present(world.meetingId)).toBe(0)
  expect(world.storage.appends).toEqual([])
})

test('[R24] a document that cannot be read is not an empty one: the entrance is refused, and nothing is written over it', async () => {
  const world = await liveWorld()
  const load = world.storage.documents.load
  world.storage.documents.load = () => Promise.reject(new Error('The disk said no'))
  const anna = await RawClient.connect(world, world.people.anna)
  expect(codeOf(await anna.tryEnter())).toBe('internal')
  world.storage.documents.load = load
  await anna.enter()
  expect(anna.outcome).toBe('The Group agreed.')
  expect(world.storage.appends).toEqual([])
})

test('[R25] two who come in at once share one opening, so there is never a second room of a meeting', async () => {
  const world = await liveWorld()
  let loads = 0
  const load = world.storage.documents.load
  world.storage.documents.load = (documentId) => {
    loads += 1
    return load(documentId)
  }
  const clients = await Promise.all(
    Array.from({ length: 8 }, (_, n) => RawClient.join(world, world.add(`Person ${n}`, 'participant'))),
  )
  expect(loads).toBe(1)
  for (const client of clients) must(await client.type('.'))
  for (const client of clients) await client.until(() => client.outcome === 'The Group agreed.........')
})

test('[R26] an orderly stop stores what has come in, answers it, and tells everyone to come again', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  world.storage.hold()
  const answers = [anna.type(' One.'), anna.type(' Two.')]
  await world.storage.arrived()
  const stopped = world.rooms.close()
  expect(codeOf(await (await RawClient.connect(world, world.people.boris)).tryEnter())).toBe('restarting')
  world.storage.release()
  await stopped
  for (const answer of answers) must(await answer)
  expect(await anna.closed()).toBe('restarting')
  expect(outcomeOf(await world.storedDocument(), world)).toBe('The Group agreed. One. Two.')
})

test('[R27] who wrote what is stored with the frame, unless the meeting names nobody', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  must(await anna.type(' Hers.'))
  const { authors, bindings } = world.storage.appends[0] ?? { authors: [], bindings: [] }
  expect(authors).toMatchObject([{ clientId: anna.doc.clientID, delegationType: 'state', length: 6 }])
  expect(authors[0]?.delegationId).not.toBeNull()
  expect(JSON.stringify(authors)).not.toContain(world.people.anna.person)
  expect(bindings).toEqual([{ clientId: anna.doc.clientID, person: world.people.anna.person }])
  const chair = world.callerOf(world.people.coordinator)
  expect(await world.rooms.changeHead(chair, world.meetingId, { attribution: 'none' }, 0)).toMatchObject({
    ok: true,
    value: { seq: 1 },
  })
  must(await anna.type(' Nobody’s.'))
  expect(world.storage.appends.at(-1)?.authors).toEqual([])
})

test('[R28] the head is changed by who may, against the state they saw, and everyone hears of it', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  const { rooms, meetingId, people } = world
  const change = (who: Person, seq: number | null) => rooms.changeHead(world.callerOf(who), meetingId, { place: 'Room XX' }, seq)
  expect(await change(people.anna, null)).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await change(people.coordinator, 7)).toMatchObject({ refusal: { code: 'stale' } })
  expect(await change(people.coordinator, 0)).toMatchObject({ value: { head: { place: 'Room XX' } } })
  await anna.until(() => anna.all('session.changed').length > 0)
  expect(anna.session).toMatchObject({ head: { place: 'Room XX' } })
  expect((await world.storage.meetings.get(meetingId))?.session.head.place).toBe('Room XX')
})

test('[R29] a standing that changes while somebody comes in is asked again, so no old right slips through', async () => {
  const world = await liveWorld()
  const boris = await RawClient.join(world, world.people.boris)
  world.storage.hold()
  const answer = boris.type(' Under way.')
  await world.storage.arrived()
  const anna = await RawClient.connect(world, world.people.anna)
  const entering = anna.tryEnter()
  await anna.raw('presence.set', {})
  world.setRole(world.people.anna, null)
  world.rooms.closeConnections({ person: world.people.anna.person }, 'ended', 'Removed.')
  world.storage.release()
  must(await answer)
  expect(codeOf(await entering)).toBe('notFound')
  expect(world.rooms.present(world.meetingId)).toBe(1)
})

test('[R30] an update with thousands of small parts costs its sender the budget, and nobody else', async () => {
  const world = await liveWorld({ allowances: { messages: { perSecond: 1000, burst: 1000 }, cpuMs: { perSecond: 0, burst: 1 } } })
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  const heavy = boris.make(() => {
    for (let n = 0; n < 3000; n += 1) typeInto(boris.doc, world, '.')
    for (let n = 0; n < 1000; n += 1) boris.doc.getMap('items').set(newId(), new Y.Map([['order', `a${n}`]]))
  })
  await boris.send(heavy)
  expect(codeOf(await boris.type('more'))).toBe('tooMany')
  const light = await anna.type('.')
  expect(light.ok).toBe(true)
})

test('[R31] the record of a meeting is stored under the meeting’s own id', async () => {
  const world = await liveWorld()
  const anna = await RawClient.join(world, world.people.anna)
  must(await anna.type(' Found.'))
  const stored = await world.storage.documents.load(world.meetingId as string as DocumentId)
  expect(stored).toMatchObject({ ok: true, value: { kind: 'record', seq: 2 } })
})
