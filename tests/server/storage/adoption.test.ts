import { expect, test } from 'vitest'
import { createLog, systemRandom } from '../../../server/base/index.ts'
import { checkVersion } from '../../../server/rooms/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { adoptionOf, comment, sessionWith, version } from '../../support/afterMeeting.ts'
import { Failing, type Moment } from '../../support/faults/Failing.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { append, bytes, group, meeting, must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const surroundings = { random: systemRandom(), log: createLog({ level: 'silent' }) }

/** An adoption of which the n-th storage call fails; says what is left after opening again, and how many calls it took. */
async function adoption(n: number, code: string, moment: Moment) {
  const failing = new Failing()
  const dataDir = temporaryFolder()
  const storage = await openEmbedded({ ...surroundings, ...failing, dataDir, clock: new ManualClock() })
  const file = group()
  must(await storage.directory.createGroup(file))
  const { meetingId, ...rest } = meeting(file.group.id)
  must(await storage.meetings.create({ meetingId, ...rest }, bytes('1')))
  const documentId = meetingId as string as DocumentId // a record's document has its meeting's id
  must(await storage.documents.append(documentId, append(1, { frame: bytes('2') })))
  const before = failing.calls
  if (n > 0) failing.failNth(n, code, moment)
  const first = await version()
  const adopted = { ...first, number: 2, kind: 'adopted', revision: null } as const
  const next = sessionWith(1, [first, adopted], { phase: 'adopted', adoption: adoptionOf(adopted) })
  const id = newId<never>()
  const rows = { versions: [first, adopted], comments: [comment(first)] }
  const change = { from: 0, next, commands: [{ id, seq: 1 }], rows, freeze: true } as const
  const told = await storage.meetings.commit(meetingId, change).catch(() => null)
  const calls = failing.calls - before
  failing.heal()
  await storage.close().catch(() => undefined)

  const after = await openEmbedded({ ...surroundings, dataDir, clock: new ManualClock() })
  const session = (await after.meetings.get(meetingId))?.session
  const found = {
    phase: session?.phase,
    versions: [1, 2].map(async (number) => (await after.meetings.version(meetingId, number)) !== null),
    comments: (await after.meetings.comments(meetingId)).length,
    frozen: must(await after.documents.load(documentId)).isFrozen,
    command: await after.meetings.appliedCommand(meetingId, id),
    damaged: (await after.verify(undefined, checkVersion)).damaged.filter(({ what }) => what !== 'log'),
  }
  const versions = await Promise.all(found.versions)
  await after.close()
  return { calls, told: told?.ok === true, found: { ...found, versions } }
}

test('[VLT7] whichever storage call of an adoption fails, the record is adopted with all that belongs to it, or not at all', async () => {
  const { calls, told, found } = await adoption(0, 'EIO', 'before')
  const whole = { phase: 'adopted', versions: [true, true], comments: 1, frozen: true, command: 1, damaged: [] }
  const nothing = { phase: 'planned', versions: [false, false], comments: 0, frozen: false, command: null, damaged: [] }
  expect(told).toBe(true)
  expect(found).toEqual(whole)
  expect(calls).toBeGreaterThan(3)
  const codes = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE'] as const
  const ends = new Set<boolean>()
  for (let n = 1; n <= calls; n += 1) {
    for (const moment of ['before', 'after'] as const) {
      const one = await adoption(n, codes[n % codes.length] ?? 'EIO', moment)
      const isAdopted = one.found.phase === 'adopted'
      expect(one.found).toEqual(isAdopted ? whole : nothing)
      // Told only of what is there.
      if (one.told) expect(isAdopted).toBe(true)
      ends.add(isAdopted)
    }
  }
  expect(ends).toEqual(new Set([true, false]))
})
