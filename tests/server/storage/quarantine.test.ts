import { createLog, systemClock } from '../../../server/base/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import { quarantineContract } from '../../contracts/quarantineContract.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const log = createLog({ level: 'silent' })

quarantineContract('copies from before a restore in embedded storage', async () => {
  const dataDir = temporaryFolder()
  return { open: () => openStorage({ dataDir, clock: systemClock(), log }) }
})
