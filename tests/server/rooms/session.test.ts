import { expect, test } from 'vitest'
import type { News } from '../../../server/rooms/index.ts'
import type { CommandId, DelegationId } from '../../../shared/base/index.ts'
import { applyPlainChange } from '../../../shared/record/index.ts'
import type { CommandDraft, SessionCommand, SessionState } from '../../../shared/session/index.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { codeOf, must, RawClient, typeInto } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { newId } from '../../support/storageSamples.ts'

const ask = { kind: 'floor.ask', intervention: 'statement' } as const

function run(world: World, person: Person, draft: CommandDraft, id: CommandId = newId()) {
  // A draft with its id is a command.
  return world.rooms.command(world.callerOf(person), world.meetingId, { ...draft, id } as SessionCommand)
}

async function stored(world: World) {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}

/** The sessions that were told, one after the other, to somebody who came in when it was `first`. */
function sessionsIn(first: SessionState, heard: readonly News[]) {
  let session = first
  return heard.flatMap((news) => {
    if (news.kind !== 'session') return []
    session = applyPlainChange(session, news.change) as SessionState // the server's own type
    return [session]
  })
}

test('[R48] commands that come while one is being stored are decided one by one and stored in one commit; a refused one affects itself alone', async () => {
  const world = await liveWorld()
  const { anna, boris, rapporteur, observer, coordinator } = world.people
  world.storage.holdCommits()
  const first = run(world, anna, ask)
  await world.storage.arrived()
  const twice = newId<CommandId>()
  const rest = [
    run(world, boris, ask),
    run(world, boris, ask),
    run(world, rapporteur, ask, twice),
    run(world, observer, { kind: 'floor.closeList' }),
    run(world, rapporteur, ask, twice),
    run(world, coordinator, { kind: 'floor.closeList' }),
    run(world, observer, ask),
  ]
  // What was asked for is on the desk when the next turn of the loop begins.
  await new Promise((resolve) => setImmediate(resolve))
  world.storage.release()
  must(await first)
  const answers = await Promise.all(rest)
  expect(answers.map((answer) => (answer.ok ? answer.value.seq : `${answer.refusal.code} ${answer.refusal.reason}`))).toEqual([
    2,
    'conflict alreadyOnList',
    3,
    'forbidden undefined',
    3,
    4,
    'conflict listClosed',
  ])
  expect(world.storage.commits.map(({ commands }) => commands.map(({ seq }) => seq))).toEqual([[1], [2, 3, 4]])
  expect((await stored(world)).floor.requests.map((request) => request.speaker.name)).toEqual(['Canada', 'Boris', 'Rita'])
  // The same ids again, after all is stored: the same answers, and nothing more is stored.
  expect(await run(world, rapporteur, ask, twice)).toEqual({ ok: true, value: { seq: 3 } })
  expect(world.storage.commits.length).toBe(2)
})

test('[R49] nobody hears of a command before it is stored, and its sender hears after everybody was told', async () => {
  const world = await liveWorld()
  const [quiet, other] = [quietSink(), quietSink()]
  const first = await stored(world)
  const { connection } = await enter(world, world.people.coordinator, quiet.sink)
  const { connection: reading } = await enter(world, world.people.observer, other.sink)
  connection.start()
  reading.start()
  world.storage.holdCommits()
  let toldBefore: number | null = null
  const answer = connection.command({ kind: 'floor.closeList', id: newId() }).then((answered) => {
    toldBefore = sessionsIn(first, other.heard).length
    return answered
  })
  await world.storage.arrived()
  expect([...sessionsIn(first, quiet.heard), ...sessionsIn(first, other.heard)]).toEqual([])
  world.storage.release()
  must(await answer)
  expect(toldBefore).toBe(1)
  expect(sessionsIn(first, quiet.heard)).toMatchObject([{ seq: 1, floor: { closedLists: ['none'] } }])
})

test('[R50] the first change of the session is told at once to everybody, the next with the newest state after 40 ms', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const [pen, observer, screen] = [quietSink(), quietSink(), quietSink()]
  const first = await stored(world)
  const places = [
    await enter(world, world.people.coordinator, pen.sink),
    await enter(world, world.people.observer, observer.sink),
    await enter(world, world.people.coordinator, screen.sink, 1, { screen: true }),
  ]
  for (const { connection } of places) connection.start()
  const limit = (minutes: number) => run(world, world.people.coordinator, { kind: 'floor.limit', minutes })
  for (const minutes of [1, 2, 3]) must(await limit(minutes))
  const heardBy = (heard: readonly News[]) => sessionsIn(first, heard).map(({ floor }) => floor.limitMinutes)
  for (const { heard } of [pen, observer, screen]) expect(heardBy(heard)).toEqual([1])
  clock.advance(39)
  await world.rooms.readSession(world.meetingId, 'observer')
  expect(heardBy(observer.heard)).toEqual([1])
  clock.advance(1)
  await world.rooms.readSession(world.meetingId, 'observer')
  for (const { heard } of [pen, observer, screen]) expect(heardBy(heard)).toEqual([1, 3])
  clock.advance(1000)
  must(await limit(4))
  expect(heardBy(pen.heard)).toEqual([1, 3, 4])
  expect(pen.heard.findLast((news) => news.kind === 'session')).toMatchObject({ now: clock.now() })
})

test('[R51] a screen on the wall sees what its role sees as plain data, is nobody, and writes nothing', async () => {
  const world = await liveWorld()
  const { coordinator, anna } = world.people
  const pen = await RawClient.join(world, anna)
  const wall = await RawClient.connect(world, coordinator)
  const joined = await wall.enter({ screen: true })
  expect(joined).toMatchObject({ mode: 'reader', readerBecause: 'screen', update: null, stateVector: null })
  expect(joined.people.map(({ name }) => name)).toEqual(['Anna'])
  await wall.until(() => wall.all('view.record').length > 0)
  expect(world.rooms.present(world.meetingId)).toBe(1)
  const update = pen.make(() => typeInto(pen.doc, world, ' From the wall.'))
  expect(codeOf(await wall.send(update))).toBe('forbidden')
  const place = { item: world.itemId, field: null, cursor: null, away: false }
  expect(codeOf(await wall.ask('presence.set', { meetingId: world.meetingId, clientId: 5, state: place }))).toBe('forbidden')
  must(await pen.ask('presence.set', { meetingId: world.meetingId, clientId: pen.doc.clientID, state: place }))
  await wall.until(() => JSON.stringify(wall.all('presence.changed')).includes(world.itemId))
  // It changes phase with the others and stays a screen.
  must(await run(world, coordinator, { kind: 'meeting.close' }))
  await wall.until(() => wall.session?.phase === 'draft')
  wall.socket.disconnect()
  await run(world, coordinator, { kind: 'meeting.closeToObservers', closed: true })
  const people = pen.all('presence.changed').flatMap((news) => news.people.map(({ name }) => name))
  expect(people).not.toContain('Chris')
})

test('[R52] words that are being read out are locked for everybody, and what is typed into them is kept aside', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const anna = await RawClient.join(world, world.people.anna)
  const chair = await RawClient.join(world, world.people.coordinator)
  must(await chair.run({ kind: 'outcome.readOut', outcome: world.outcomeId }))
  expect(codeOf(await anna.type(' Late.'))).toBe('locked')
  expect(await world.rooms.asides(world.meetingId)).toMatchObject([
    { reason: 'locked', text: 'Late.', person: world.people.anna.person },
  ])
  const other = await RawClient.join(world, world.people.boris)
  must(await other.edit({ kind: 'item.set', id: world.itemId, values: { minutes: 10 } }))
  clock.advance(60_000)
  const again = await RawClient.join(world, world.people.anna)
  must(await again.type(' In time.'))
})

test('[R53] a tighter attribution takes names out of session and authorship in one commit, and a looser one brings none back', async () => {
  const world = await liveWorld()
  const { anna, coordinator } = world.people
  const client = await RawClient.join(world, anna)
  must(await client.type(' Hers.'))
  must(await client.run({ kind: 'attendance.checkIn' }))
  const documentId = world.meetingId as string as Parameters<World['storage']['documents']['authors']>[0]
  const authors = () => world.storage.documents.authors(documentId)
  expect(await authors()).toMatchObject([{ delegationId: expect.any(String), delegationType: 'state' }])
  const change = (attribution: 'named' | 'delegationType' | 'none') =>
    world.rooms.changeHead(world.callerOf(coordinator), world.meetingId, { attribution }, null)
  must(await change('delegationType'))
  expect(await authors()).toMatchObject([{ delegationId: null, delegationType: 'state' }])
  expect(JSON.stringify(await stored(world))).not.toContain('Anna')
  must(await client.type(' More.'))
  expect((await authors()).map(({ delegationId }) => delegationId)).toEqual([null, null])
  must(await change('none'))
  expect(await authors()).toEqual([])
  must(await change('named'))
  must(await client.type(' Named.'))
  expect((await authors()).map(({ delegationType }) => delegationType)).toEqual(['state'])
})

test('[R54] while nothing can be stored a command is refused as such, and everybody stays in', async () => {
  const world = await liveWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  world.storage.setSaving(false)
  const id = newId<CommandId>()
  expect(codeOf(await chair.run({ kind: 'floor.closeList' }, id))).toBe('notSaving')
  world.storage.setSaving(true)
  must(await chair.run({ kind: 'floor.closeList' }, id))
  expect(chair.all('meeting.closed')).toEqual([])
  expect(world.storage.commits.length).toBe(1)
})

test('[R55] a command whose commit fails was never told to anybody, and the same command is good once storing works', async () => {
  const world = await liveWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  const anna = await RawClient.join(world, world.people.anna)
  const { commit } = world.storage.meetings
  world.storage.meetings.commit = () => Promise.reject(new Error('The disk said no'))
  const id = newId<CommandId>()
  expect(codeOf(await chair.run({ kind: 'floor.closeList' }, id))).toBe('notSaving')
  expect([await chair.closed(), await anna.closed()]).toEqual(['notSaving', 'notSaving'])
  expect(anna.all('session.changed')).toEqual([])
  world.storage.meetings.commit = commit
  await chair.enter()
  expect(must(await chair.run({ kind: 'floor.closeList' }, id))).toEqual({ seq: 1 })
  expect(must(await chair.run({ kind: 'floor.closeList' }, id))).toEqual({ seq: 1 })
})

test('[R56] a delegation that comes into the group during the meeting can be given the floor at once, and nobody has to come in again', async () => {
  const world = await liveWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  const late = {
    id: newId<DelegationId>(),
    name: 'Thailand',
    code: 'THA',
    type: 'state',
    partyStatus: 'stateParty',
    membership: 'member',
  } as const
  const draft = { ...ask, delegation: late.id } as const
  expect(await chair.run(draft)).toMatchObject({ refusal: { code: 'notFound', reason: 'unknownDelegation' } })
  world.addDelegation(late)
  await world.rooms.delegationsChanged(world.groupId)
  must(await chair.run(draft))
  expect((await stored(world)).floor.requests).toMatchObject([{ speaker: { name: 'Thailand', code: 'THA' } }])
  expect(chair.all('meeting.closed')).toEqual([])
})

test('[R57] an orderly stop stores the commands that have come in and answers them', async () => {
  const world = await liveWorld()
  const asked = [world.people.anna, world.people.boris, world.people.observer].map((person) => run(world, person, ask))
  // The commands are in the room before it is told to stop.
  await Promise.race([asked[0], new Promise((resolve) => setImmediate(() => setImmediate(resolve)))])
  await world.rooms.close()
  const answers = await Promise.all(asked)
  const yes = answers.filter((answer) => answer.ok).length
  expect((await stored(world)).floor.requests.length).toBe(yes)
  for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('restarting')
})
