import { join } from 'node:path'
import { beforeAll } from 'vitest'
import { createLog, systemClock } from '../../../server/base/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import { afterContract } from '../../contracts/afterContract.ts'
import { storageContract } from '../../contracts/storageContract.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import type { StorageTold } from '../../support/killing/storageVictim.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

let bundle = ''
beforeAll(async () => {
  bundle = await bundleForChild(join(process.cwd(), 'tests/support/killing/storageVictim.ts'))
})

storageContract('embedded storage', async () => {
  const dataDir = temporaryFolder()
  return {
    open: () => openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) }),
    storeAndKill: async (rooms, enough) => {
      const acknowledged: { documentId: string; content: string }[] = []
      const victim = await new Promise<Victim<StorageTold>>((resolve, reject) => {
        const started = new Victim<StorageTold>({
          bundle,
          args: [dataDir, String(rooms.length), 'load', ...rooms],
          onTold(told) {
            if (told.kind !== 'stored') return
            acknowledged.push(told)
            if (acknowledged.length >= enough) resolve(started)
          },
        })
        void started.exited().then(() => reject(new Error(started.output())))
      })
      await victim.kill()
      return acknowledged
    },
  }
})

afterContract('embedded storage after the meeting', async () => {
  const dataDir = temporaryFolder()
  return { open: () => openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) }) }
})
