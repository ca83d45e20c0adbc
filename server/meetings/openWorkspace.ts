import { openArchive, watchStorage } from '../archive/index.ts'
import { type Clock, createNewId, type Log, type Random, type ReportFault } from '../base/index.ts'
import { BringInShelf, createBringer } from '../bringin/index.ts'
import { createExporter } from '../exports/index.ts'
import { type Allowances, createCopyReader, createRooms, type Rooms } from '../rooms/index.ts'
import type { Storage } from '../storage/index.ts'
import { createAccounts } from './accounts/createAccounts.ts'
import { createQueue } from './accounts/createQueue.ts'
import { createFindStanding } from './createFindStanding.ts'
import { createSearchBudget } from './createSearchBudget.ts'
import { createLedgers } from './ledgers/createLedgers.ts'
import { noteRooms } from './noteRooms.ts'
import { readWhole } from './readWhole.ts'
import { createReportsPart } from './reports/createReportsPart.ts'
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
  /** Where the built thread of the search index lies; without it the index works in this thread, which is enough for the command line. */
  readonly searchWorker?: () => URL | Promise<URL>
  /** Where the built thread for old minutes lies; without it none can be read. */
  readonly bringInWorker?: () => URL | Promise<URL>
  /** Where the built thread for copies from before a restore lies; without it none can be taken. */
  readonly copyWorker?: () => URL | Promise<URL>
  readonly allowances?: Allowances
}

/** Joins storage, rooms and accounts into what the use cases work with. Closing rooms, exporter and storage is the opener's part. */
export async function openWorkspace(needs: Needs): Promise<Workspace> {
  const { clock, random, log, publicUrl, reportFault } = needs
  // Whatever is stored from here on is told to the archive, whoever stores it.
  const storage = watchStorage(needs.storage, {
    document: (documentId) => archive.document(documentId),
    session: (meetingId, session) => archive.session(meetingId, session),
  })
  const newId = createNewId(random)
  const accounts = await createAccounts({ people: storage.directory.people, publicUrl, newId, random, now: clock.now() })
  const findStanding = createFindStanding({ storage, clock })
  const allowances = needs.allowances === undefined ? {} : { allowances: needs.allowances }
  const reports = createReportsPart(() => ({ storage, clock, rooms }))
  const rooms: Rooms = noteRooms(createRooms({ storage, findStanding, reports, clock, newId, reportFault, ...allowances }), log)
  const inTurn = createQueue({ atOnce: 1, waiting: 100 })
  const exporter = createExporter({ clock, worker: needs.exportWorker ?? noWorker })
  const bringer = createBringer({ clock, worker: needs.bringInWorker ?? noWorker })
  const bringIns = new BringInShelf(clock)
  const copies = createCopyReader({ clock, worker: needs.copyWorker ?? noWorker })
  const ledgers = createLedgers({ storage, clock })
  const archive = openArchive({
    storage,
    readWhole: (meetingId) => readWhole({ storage, rooms }, meetingId),
    clock,
    log,
    reportFault,
    worker: needs.searchWorker,
  })
  const maySearch = createSearchBudget()
  return {
    storage,
    accounts,
    rooms,
    exporter,
    bringer,
    bringIns,
    copies,
    ledgers,
    archive,
    maySearch,
    clock,
    newId,
    random,
    log,
    publicUrl,
    inTurn,
  }
}

function noWorker(): never {
  throw new Error('Nobody said where the thread for such work lies')
}
