import { expect, test } from 'vitest'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { Ledger } from '../../support/faults/Ledger.ts'
import { PowerCut, type Tail } from '../../support/faults/PowerCut.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.POWER_CUT_ROUNDS ?? 10)
const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }

/** Works until the power goes in the midst of an act, starts again on what the disk kept, and compares. */
async function round(seed: number, tail: Tail): Promise<number> {
  const random = seeded(seed)
  const dataDir = temporaryFolder()
  const power = new PowerCut(dataDir, temporaryFolder())
  const storage = await openEmbedded({ ...surroundings, dataDir, disk: power.disk, openKeyValue: power.openKeyValue })
  const ledger = new Ledger(3)
  const acts = 2 + Math.floor(random() * 25)
  for (let act = 0; act < acts; act++) await ledger.act(storage, random())
  const reached = power.holdNextBatch()
  // These never end: the power goes before they are answered. The store they wait in is left behind, as a crash would leave it.
  for (let act = 0; act < 3; act++) void ledger.act(storage, 0.3 + 0.7 * random())
  await reached
  const after = await openEmbedded({ ...surroundings, dataDir: power.cut(tail, random) })
  await ledger.compare(after)
  for (let act = 0; act < 5; act++) await ledger.act(after, random())
  await ledger.compare(after)
  await after.close()
  return ledger.count
}

for (const tail of ['nothing', 'part', 'zeros', 'sectors', 'pages', 'reordered'] as const) {
  test(`[STO30] a power cut that leaves ${tail} of what was unsynced loses nothing acknowledged`, async () => {
    for (let seed = 1; seed <= rounds; seed++) {
      await expect(
        round(seed, tail).catch((cause: unknown) => Promise.reject(new Error(`seed ${seed}`, { cause }))),
      ).resolves.toBeGreaterThan(0)
    }
  })
}
