import { expect, test } from 'vitest'
import type { SessionState } from '../../../shared/session/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'

const hour = 3_600_000
const day = 24 * hour

interface Out {
  readonly world: World
  readonly clock: ManualClock
  readonly chair: RawClient
}

/** A record that stands adopted in a day unless somebody objects. */
async function out(): Promise<Out> {
  const clock = new ManualClock()
  const world = await liveWorld({ phase: 'draft', clock })
  const pen = await RawClient.join(world, world.people.coordinator)
  const deadline = new Date(clock.now() + day).toISOString()
  must(await pen.run({ kind: 'record.circulate', deadline, timeZone: 'Europe/Zurich', mode: 'silence' }))
  await pen.closed()
  return { world, clock, chair: await RawClient.join(world, world.people.coordinator) }
}

async function stored(world: World): Promise<SessionState> {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}

/** Everything that was begun in the rooms has been stored, and told. */
async function settled(world: World): Promise<SessionState> {
  for (let turn = 0; turn < 50; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    await world.rooms.readSession(world.meetingId, 'coordinator')
  }
  return stored(world)
}

const partOf = (world: World) => `outcome:${world.outcomeId}`

test('[VLT9] at the deadline, and not a moment before, the circulated text stands adopted by silence, once and by nobody', async () => {
  const { world, clock, chair } = await out()
  const { circulation } = await stored(world)
  clock.advance(day - 1)
  expect((await settled(world)).phase).toBe('circulated')
  clock.advance(1)
  await chair.until(() => chair.session?.phase === 'adopted')
  const session = await stored(world)
  expect(session.adoption).toEqual({
    version: 2,
    fingerprint: circulation?.fingerprint,
    at: circulation?.deadline,
    how: 'silence',
    actor: null,
  })
  expect(session.versions.map(({ kind }) => kind)).toEqual(['circulated', 'adopted'])
  clock.advance(30 * day)
  expect(await settled(world)).toEqual(session)
  expect(world.storage.commits.filter(({ freeze }) => freeze === true)).toHaveLength(1)
  expect(world.faults).toEqual([])
})

test('[VLT10] an objection that is open at the deadline stops silence for good, until the coordinator sets a new one', async () => {
  const { world, clock, chair } = await out()
  const anna = await RawClient.join(world, world.people.anna)
  const objection = { kind: 'comment.make', part: partOf(world), what: 'objection', text: 'We do not agree.' } as const
  must(await anna.run(objection, 'AAAAAAAAAAAAAAAAAAAAAA' as never))
  clock.advance(day + hour)
  expect((await settled(world)).phase).toBe('circulated')
  must(await anna.run({ kind: 'comment.withdraw', comment: 'AAAAAAAAAAAAAAAAAAAAAA' as never }))
  clock.advance(30 * day)
  expect((await settled(world)).phase).toBe('circulated')
  const again = await world.restart()
  clock.advance(30 * day)
  expect((await settled(again)).phase).toBe('circulated')
  chair.socket.disconnect()
  const coordinator = await RawClient.join(again, again.people.coordinator)
  const deadline = new Date(clock.now() + 2 * hour).toISOString()
  must(await coordinator.run({ kind: 'record.setDeadline', deadline, timeZone: 'UTC', reason: 'The objection was withdrawn.' }))
  clock.advance(2 * hour)
  await coordinator.until(() => coordinator.session?.phase === 'adopted')
})

test('[VLT11] a deadline that passed while the server was down is settled when it starts, though nobody comes in', async () => {
  const { world, clock } = await out()
  await world.close()
  clock.advance(3 * day)
  const again = await world.restart()
  // Its timer is due at once; this clock runs it when asked.
  const phase = async () => {
    clock.advance(0)
    return (await stored(again)).phase
  }
  await expect.poll(phase).toBe('adopted')
  const { adoption, circulated } = await stored(again)
  expect(adoption?.at).toBe(circulated.at(-1)?.deadline)
  expect(again.faults).toEqual([])
})

test('[VLT12] no step of the clock brings adoption forward, and a command at the deadline finds it adopted', async () => {
  const { world, clock, chair } = await out()
  // Set two hours too late in the day, ten minutes before the deadline, and set right again.
  clock.advance(day - 10 * 60_000)
  clock.step(2 * hour)
  clock.advance(60_000)
  must(await chair.run({ kind: 'comment.make', part: partOf(world), what: 'comment', text: 'A word' }))
  expect((await settled(world)).phase).toBe('circulated')
  clock.step(-2 * hour)
  clock.advance(8 * 60_000)
  expect((await settled(world)).phase).toBe('circulated')
  // Set back: the hour that was stated has not come by this clock.
  clock.step(-hour)
  clock.advance(2 * 60_000)
  expect((await settled(world)).phase).toBe('circulated')
  clock.step(hour)
  // The rooms' own timer has not looked yet; whoever speaks now speaks after the deadline.
  clock.advance(11 * 60_000)
  const late = await chair.run({ kind: 'comment.make', part: partOf(world), what: 'objection', text: 'Too late' })
  expect(codeOf(late)).toBe('wrongPhase')
  expect((await settled(world)).phase).toBe('adopted')
  expect((await stored(world)).comments.objections).toBe(0)
})

test('[VLT13] recalled, made firm by decision or given more time, a record is not adopted at the old deadline', async () => {
  const { world, clock, chair } = await out()
  const deadline = new Date(clock.now() + 3 * day).toISOString()
  must(await chair.run({ kind: 'record.setDeadline', deadline, timeZone: 'UTC', reason: 'A holiday' }))
  clock.advance(2 * day)
  expect((await settled(world)).phase).toBe('circulated')
  must(await chair.run({ kind: 'record.recall' }))
  clock.advance(2 * day)
  expect((await settled(world)).phase).toBe('draft')
  expect((await stored(world)).adoption).toBeNull()
  expect(world.faults).toEqual([])
})

test('[VLT14] adoption that cannot be stored at the deadline is tried again until it is', async () => {
  const { world, clock, chair } = await out()
  world.storage.setSaving(false)
  clock.advance(day + hour)
  expect((await settled(world)).phase).toBe('circulated')
  world.storage.setSaving(true)
  clock.advance(60_000)
  await chair.until(() => chair.session?.phase === 'adopted')
  expect((await stored(world)).versions).toHaveLength(2)
})
