import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { keepBackup } from '../../../server/storage/index.ts'
import { askBackup, socketPath } from '../../../server/transports/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { openFolder, restored } from '../../support/backups.ts'
import type { BackupTold } from '../../support/killing/backupVictim.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { contentOf, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** How often a backup is made and restored while the load goes on. */
const rounds = Number(process.env.BACKUP_ROUNDS ?? 1)

let bundle = ''
beforeAll(async () => {
  bundle = await bundleForChild(join(process.cwd(), 'tests/support/killing/backupVictim.ts'))
})

interface Ledger {
  readonly lines: Map<string, string[]>
  people: number
  acknowledged: number
}

test('[OPS17] a backup of a server under load holds all that was acknowledged before it was asked for, and restores whole', {
  timeout: 1_800_000,
}, async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const ledger: Ledger = { lines: new Map(), people: 0, acknowledged: 0 }
  const hears = new Set<() => void>()
  const victim = new Victim<BackupTold>({
    bundle,
    args: [dataDir, '6'],
    onTold(told) {
      if (told.kind === 'people') ledger.people = told.count
      if (told.kind === 'stored') {
        ledger.lines.set(told.documentId, [...(ledger.lines.get(told.documentId) ?? []), told.content])
        ledger.acknowledged += 1
      }
      for (const hear of hears) hear()
    },
  })
  onTestFinished(() => victim.kill())
  for (let round = 1; round <= rounds; round++) {
    const enough = ledger.acknowledged + 300
    await Promise.race([
      victim.exited().then(() => Promise.reject(new Error(victim.output()))),
      new Promise<void>((resolve) => hears.add(() => ledger.acknowledged >= enough && resolve())),
    ])
    hears.clear()
    await drill(dataDir, ledger)
  }
  expect(ledger.acknowledged).toBeGreaterThanOrEqual(300 * rounds)
})

/** One backup over the server's own socket, restored into a folder of its own and compared with what stood in the ledger before. */
async function drill(dataDir: string, ledger: Ledger): Promise<void> {
  const before = new Map([...ledger.lines].map(([id, lines]) => [id, [...lines]]))
  const { people } = ledger
  const asked = await askBackup(socketPath(dataDir) ?? '')
  if (asked?.kind !== 'bytes') throw new Error('The server gave no backup')
  const file = join(temporaryFolder(), 'backup')
  const told = await keepBackup(asked.chunks, file, () => {})
  expect(told.damaged).toEqual([])
  const copy = await openFolder((await restored(file)).dataDir)
  expect((await copy.verify()).damaged).toEqual([])
  expect(copy.directory.people.value.administrators.length).toBeGreaterThanOrEqual(people)
  for (const [id, lines] of before) {
    const whole = contentOf(must(await copy.documents.load(id as DocumentId))).join('')
    expect(whole.startsWith(lines.join('')), id).toBe(true)
  }
  await copy.close()
}
