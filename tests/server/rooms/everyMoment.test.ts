import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import { checkDocument, checkVersion } from '../../../server/rooms/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { DocumentId, MeetingId } from '../../../shared/base/index.ts'
import { Moments } from '../../support/faults/Moments.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { must, outcomeOf, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }
const documentOf = (meetingId: MeetingId) => meetingId as string as DocumentId // the same id, DECIDED 10
/** How many edits a document has when it is compacted, and how often. */
const rounds = Number(process.env.COMPACT_ROUNDS ?? 2)

/** What the world had been told: the highest number of the session, and how many edits. */
interface Answered {
  seq: number
  edits: number
}

async function watchedWorld(clock = new ManualClock()) {
  const dataDir = temporaryFolder()
  const answered: Answered = { seq: 0, edits: 0 }
  const moments = new Moments<Answered>(dataDir, temporaryFolder(), () => ({ ...answered }))
  const { disk, openKeyValue } = moments
  const world = await liveWorld({
    clock,
    dataDir,
    openStorage: (folder) => openEmbedded({ ...surroundings, dataDir: folder, disk, openKeyValue }),
  })
  return { world, moments, answered, clock, dataDir }
}

/** Looks into what a kill at that moment left: whole or not at all, and with all that had been answered. */
async function look(world: World, folder: string, answered: Answered) {
  const storage = await openStorage({ ...surroundings, dataDir: folder })
  try {
    const { damaged } = await storage.verify(checkDocument, checkVersion)
    expect(damaged).toEqual([])
    const session = (await storage.meetings.get(world.meetingId))?.session
    if (session === undefined) throw new Error('The meeting is gone')
    const { snapshot, frames, isFrozen } = must(await storage.documents.load(documentOf(world.meetingId)))
    expect(session.seq).toBeGreaterThanOrEqual(answered.seq)
    expect(isFrozen).toBe(session.phase === 'adopted')
    expect(session.adoption !== null).toBe(session.phase === 'adopted')
    expect(session.circulation !== null).toBe(session.phase === 'circulated')
    for (let number = 1; number <= session.versions.length; number += 1) {
      expect((await storage.meetings.version(world.meetingId, number))?.fingerprint).toBe(
        session.versions[number - 1]?.fingerprint,
      )
    }
    expect(await storage.meetings.version(world.meetingId, session.versions.length + 1)).toBeNull()
    const doc = new Y.Doc()
    for (const update of snapshot === null ? frames : [snapshot, ...frames]) Y.applyUpdate(doc, update)
    const edits = outcomeOf(doc, world).length - 'The Group agreed.'.length
    expect(edits).toBeGreaterThanOrEqual(answered.edits)
    return { phase: session.phase, versions: session.versions.length, frames: frames.length, hasSnapshot: snapshot !== null }
  } finally {
    await storage.close()
  }
}

test('[DUR9] killed before or after any call of storage, closing, circulating and adopting have happened whole or not at all', async () => {
  const { world, moments, answered, clock } = await watchedWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  must(await chair.type('!'))
  answered.edits = 1
  moments.watch()
  const run = async (client: RawClient, command: Parameters<RawClient['run']>[0]) => {
    answered.seq = must(await client.run(command)).seq
  }
  const out = (mode: 'decision' | 'silence') =>
    ({ kind: 'record.circulate', deadline: new Date(clock.now() + 7 * 86_400_000).toISOString(), timeZone: 'UTC', mode }) as const
  await run(chair, { kind: 'meeting.close' })
  await run(chair, out('decision'))
  await chair.closed()
  const again = await RawClient.join(world, world.people.coordinator)
  const seen = (await world.storage.meetings.get(world.meetingId))?.session.circulation?.fingerprint ?? ''
  await run(again, { kind: 'record.adopt', seen })
  expect(moments.all.length).toBeGreaterThanOrEqual(6)
  const found = []
  for (const moment of moments.all) {
    const state = await look(world, moment.folder, moment.answered).catch((cause: unknown) => {
      throw new Error(moment.name, { cause })
    })
    found.push(`${state.phase} ${state.versions}`)
  }
  // Each step was seen on both of its sides.
  expect([...new Set(found)]).toEqual(['inSession 0', 'draft 1', 'circulated 2', 'adopted 3'])
})

test('[DUR9] killed before or after any call of storage, silence has adopted a record whole or not at all', async () => {
  const { world, moments, clock } = await watchedWorld()
  const chair = await RawClient.join(world, world.people.coordinator)
  must(await chair.run({ kind: 'meeting.close' }))
  const deadline = new Date(clock.now() + 3_600_000).toISOString()
  must(await chair.run({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'silence' }))
  await chair.closed()
  const reader = await RawClient.join(world, world.people.coordinator)
  moments.watch()
  while (reader.session?.phase !== 'adopted') {
    clock.advance(60_000)
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(moments.all.length).toBeGreaterThanOrEqual(2)
  const found = []
  for (const { folder, answered } of moments.all) found.push((await look(world, folder, answered)).phase)
  expect([...new Set(found)]).toEqual(['circulated', 'adopted'])
})

test(
  '[DUR10] killed before or after any call while a room is let go and its log shortened, the text is whole, and no room is wasted',
  async () => {
    const { world, moments, answered, clock, dataDir } = await watchedWorld()
    let largest = 0
    const kinds = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const anna = await RawClient.join(world, world.people.anna)
      for (let n = 0; n < 20; n += 1) {
        must(await anna.type('.'))
        answered.edits += 1
      }
      const compacted = new Promise<void>((resolve) => {
        const { compact } = world.storage.documents
        world.storage.documents.compact = async (...args) => {
          world.storage.documents.compact = compact
          const done = await compact(...args)
          resolve()
          return done
        }
      })
      moments.watch()
      anna.socket.disconnect()
      await left(world)
      clock.advance(30_000)
      await compacted
      // Of all the moments since, in the first rounds each is looked at, and later one of each side.
      for (const moment of moments.all.splice(0)) {
        const state = await look(world, moment.folder, moment.answered).catch((cause: unknown) => {
          throw new Error(`round ${round}: ${moment.name}`, { cause })
        })
        kinds.add(state.frames === 0 ? 'short' : 'long')
      }
      const bytes = readdirSync(join(dataDir, 'log')).reduce((sum, name) => sum + statSync(join(dataDir, 'log', name)).size, 0)
      largest = Math.max(largest, bytes)
    }
    expect([...kinds].sort()).toEqual(['long', 'short'])
    // The text itself is some kilobytes; LevelDB keeps at most a log of four megabytes beside its tables.
    expect(largest).toBeLessThan(6 * 1024 * 1024)
    expect(world.faults).toEqual([])
  },
  60_000 + rounds * 3_000,
)

/** Resolves when nobody is in the room any more. */
async function left(world: World): Promise<void> {
  while (world.rooms.present(world.meetingId) > 0) await new Promise((resolve) => setImmediate(resolve))
}
