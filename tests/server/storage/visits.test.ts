import { expect, test } from 'vitest'
import { createLog, systemRandom } from '../../../server/base/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import type { GroupId, Millis, PersonId } from '../../../shared/base/index.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const [member, guest] = ['a:same' as PersonId, 'g:same' as PersonId]
const visit = (since: number | null, last: number) => ({ since: since as Millis | null, last: last as Millis })

test('[ONW40] when somebody was in a group lasts over a restart, for each person and group apart, and is read by verify', async () => {
  const dataDir = temporaryFolder()
  const log = createLog({ level: 'error', destination: { write: () => undefined } })
  const open = () => openEmbedded({ dataDir, clock: new ManualClock(), random: systemRandom(), log })
  const [group, other] = [newId<GroupId>(), newId<GroupId>()]
  const before = await open()
  await before.visits.write(group, member, visit(null, 1))
  await before.visits.write(group, member, visit(1, 2))
  await before.visits.write(group, guest, visit(null, 3))
  await before.close()
  const after = await open()
  expect(await after.visits.read(group, member)).toEqual(visit(1, 2))
  expect(await after.visits.read(group, guest)).toEqual(visit(null, 3))
  expect(await after.visits.read(other, member)).toBeNull()
  expect((await after.verify()).damaged).toEqual([])
  await expect(after.visits.write(group, 'a:../x' as PersonId, visit(null, 4))).rejects.toThrow('no id has')
  expect(await after.visits.read(group, 'a:../x' as PersonId)).toBeNull()
  await after.close()
})
