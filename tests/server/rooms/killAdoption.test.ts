import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createLog, systemClock } from '../../../server/base/index.ts'
import { checkDocument, checkVersion } from '../../../server/rooms/index.ts'
import { openStorage, type Storage } from '../../../server/storage/index.ts'
import type { DocumentId, ItemId, MeetingId, Millis, OutcomeId } from '../../../shared/base/index.ts'
import { circulationOf, sessionWith, version } from '../../support/afterMeeting.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { RawClient } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { group, meeting, must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 5)
/** So many records stand to be adopted, one every few milliseconds: the kill falls among them. */
const meetings = 60

test(
  '[VLT16] of a server killed in the middle of adopting each record is adopted whole or not at all, and in the end once',
  async () => {
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    const fates = { adopted: 0, open: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const dataDir = temporaryFolder()
      const planted = await plant(dataDir, Date.now() + 1_500)
      const args = [dataDir, newId<MeetingId>(), newId<ItemId>(), newId<OutcomeId>()]
      const first = await start(bundle, args)
      // The first of them is adopted; how many more, chance says.
      await adopted(first.url, planted[0])
      for (let turns = Math.floor(Math.random() * 40); turns > 0; turns -= 1)
        await new Promise((resolve) => setImmediate(resolve))
      await first.victim.kill()
      const found = await look(dataDir, planted)
      fates.adopted += found.filter((isAdopted) => isAdopted).length
      fates.open += found.filter((isAdopted) => !isAdopted).length

      const second = await start(bundle, args)
      for (const meetingId of planted) await adopted(second.url, meetingId)
      await second.victim.kill()
      expect(await look(dataDir, planted)).toEqual(planted.map(() => true))
    }
    expect(fates.adopted).toBeGreaterThanOrEqual(rounds)
    expect(fates.open).toBeGreaterThan(rounds)
  },
  60_000 + rounds * 30_000,
)

/** Records that are out, each until a few milliseconds after the other, by silence; each as the server would have stored it. */
async function plant(dataDir: string, from: number): Promise<MeetingId[]> {
  const storage = await open(dataDir)
  const file = group()
  must(await storage.directory.createGroup(file))
  const planted: MeetingId[] = []
  for (let n = 0; n < meetings; n += 1) {
    const one = meeting(file.group.id)
    must(await storage.meetings.create(one, Y.encodeStateAsUpdate(new Y.Doc())))
    const out = await version()
    const deadline = (from + n * 3) as Millis
    const circulation = circulationOf(out, { deadline, mode: 'silence' })
    const next = sessionWith(1, [out], { phase: 'circulated', circulation })
    must(await storage.meetings.commit(one.meetingId, { from: 0, next, commands: [], rows: { versions: [out], comments: [] } }))
    planted.push(one.meetingId)
  }
  await storage.close()
  return planted
}

/** Which of them are adopted; every one must be so with all that belongs to it, or with nothing of it. */
async function look(dataDir: string, planted: readonly MeetingId[]): Promise<boolean[]> {
  const storage = await open(dataDir)
  // The server made a meeting of its own, whose group has no file.
  const { damaged } = await storage.verify(checkDocument, checkVersion)
  expect(damaged.filter(({ what, why }) => what !== 'log' && !/^its group .* is missing$/.test(why))).toEqual([])
  const found: boolean[] = []
  for (const meetingId of planted) {
    const session = (await storage.meetings.get(meetingId))?.session
    const isAdopted = session?.phase === 'adopted'
    const { isFrozen } = must(await storage.documents.load(meetingId as string as DocumentId)) // the same id, DECIDED 10
    const second = await storage.meetings.version(meetingId, 2)
    expect([isFrozen, second !== null, session?.adoption !== null, session?.versions.length, session?.seq]).toEqual(
      isAdopted ? [true, true, true, 2, 2] : [false, false, false, 1, 1],
    )
    expect(await storage.meetings.version(meetingId, 3)).toBeNull()
    found.push(isAdopted)
  }
  await storage.close()
  return found
}

function open(dataDir: string): Promise<Storage> {
  return openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
}

/** Resolves once this record is adopted. */
async function adopted(url: string, meetingId: MeetingId | undefined): Promise<void> {
  if (meetingId === undefined) throw new Error('Nothing was planted')
  const client = await RawClient.join({ url, meetingId, outcomeId: newId<OutcomeId>() }, { token: 'c0' })
  await client.until(() => client.session?.phase === 'adopted')
  client.socket.disconnect()
}

async function start(bundle: string, args: readonly string[]) {
  let told: (port: number) => void = () => undefined
  const port = new Promise<number>((resolve) => {
    told = resolve
  })
  const victim = new Victim<RoomTold>({ bundle, args, onTold: (message) => told(message.port) })
  const died = victim.exited().then(() => {
    throw new Error(`The server did not start: ${victim.output()}`)
  })
  return { victim, url: `http://127.0.0.1:${await Promise.race([port, died])}` }
}
