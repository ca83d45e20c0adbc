import { expect, test } from 'vitest'
import { sealedOf, sha256Digest } from '../../../server/rooms/makeVersion.ts'
import { fingerprintOf } from '../../../shared/record/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

async function stored(world: World) {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}

test('[VLT1] circulating makes a version with a fingerprint that its words bear out; adopting keeps words, salts and fingerprint', async () => {
  const world = await liveWorld({ phase: 'inSession' })
  const coordinator = await RawClient.join(world, world.people.coordinator)
  must(await coordinator.type(' That is all.'))
  must(await coordinator.run({ kind: 'meeting.close' }))
  must(await coordinator.run({ kind: 'record.circulate', deadline: inAWeek(), timeZone: 'Europe/Zurich', mode: 'decision' }))
  await coordinator.closed()
  const { circulation } = await stored(world)
  if (circulation === null) throw new Error('Not circulated')
  const again = await RawClient.join(world, world.people.coordinator)
  expect(codeOf(await again.run({ kind: 'record.adopt', seen: '0'.repeat(64) }))).toBe('stale')
  must(await again.run({ kind: 'record.adopt', seen: circulation.fingerprint }))
  const session = await stored(world)
  expect(session.versions.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 room', '2 circulated', '3 adopted'])
  const [, out, adopted] = await Promise.all([1, 2, 3].map((number) => world.storage.meetings.version(world.meetingId, number)))
  if (!out || !adopted) throw new Error('A version is missing')
  expect(out.fingerprint).toBe(circulation.fingerprint)
  expect(await fingerprintOf(sealedOf(out), sha256Digest)).toBe(out.fingerprint)
  expect([adopted.paper, adopted.salts, adopted.fingerprint]).toEqual([out.paper, out.salts, out.fingerprint])
  expect(JSON.stringify(adopted.paper)).toContain('The Group agreed. That is all.')
  expect((await world.storage.verify()).damaged.filter(({ what }) => what.startsWith('version'))).toEqual([])
  expect(world.faults).toEqual([])
})
