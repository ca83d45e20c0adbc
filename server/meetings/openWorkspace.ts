import { type Clock, createNewId, type Log, type Random, type ReportFault } from '../base/index.ts'
import { createExporter } from '../exports/index.ts'
import { type Allowances, createRooms } from '../rooms/index.ts'
import type { Storage } from '../storage/index.ts'
import { createAccounts } from './accounts/createAccounts.ts'
import { createQueue } from './accounts/createQueue.ts'
import { createFindStanding } from './createFindStanding.ts'
import { createLedgers } from './ledgers/createLedgers.ts'
import type { Workspace } from './Workspace.ts'

interface Needs {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly reportFault: ReportFault
  readonly publicUrl: string
  /** Where the built thread for documents lies; without it none can be made, which is enough for the command line. */
  readonly exportWorker?: () => URL | Promise<URL>
  readonly allowances?: Allowances
}

/** Joins storage, rooms and accounts into what the use cases work with. Closing rooms, exporter and storage is the opener's part. */
export async function openWorkspace(needs: Needs): Promise<Workspace> {
  const { storage, clock, random, log, publicUrl } = needs
  const newId = createNewId(random)
  const accounts = await createAccounts({ people: storage.directory.people, publicUrl, newId, random, now: clock.now() })
  const findStanding = createFindStanding({ storage, clock })
  const allowances = needs.allowances === undefined ? {} : { allowances: needs.allowances }
  const rooms = createRooms({ storage, findStanding, clock, newId, reportFault: needs.reportFault, ...allowances })
  const inTurn = createQueue({ atOnce: 1, waiting: 100 })
  const exporter = createExporter({ clock, worker: needs.exportWorker ?? noWorker })
  const ledgers = createLedgers({ storage, clock })
  return { storage, accounts, rooms, exporter, ledgers, clock, newId, random, log, publicUrl, inTurn }
}

function noWorker(): never {
  throw new Error('Nobody said where the thread for documents lies')
}
