import type { NewId } from '../../shared/base/index.ts'
import type { Archive } from '../archive/index.ts'
import type { Clock, Log, Random } from '../base/index.ts'
import type { Bringer, BringInShelf } from '../bringin/index.ts'
import type { Exporter } from '../exports/index.ts'
import type { CopyReader, Rooms } from '../rooms/index.ts'
import type { Storage } from '../storage/index.ts'
import type { Accounts } from './accounts/Accounts.ts'
import type { Queue } from './accounts/createQueue.ts'
import type { MaySearch } from './createSearchBudget.ts'
import type { Ledgers } from './ledgers/createLedgers.ts'

/** All that a use case works with; built once in main and handed to each. */
export interface Workspace {
  readonly storage: Storage
  readonly accounts: Accounts
  readonly rooms: Rooms
  readonly exporter: Exporter
  /** Reads old minutes. */
  readonly bringer: Bringer
  /** What was read and waits for somebody's choices. */
  readonly bringIns: BringInShelf
  /** Looks into copies from before a restore. */
  readonly copies: CopyReader
  readonly ledgers: Ledgers
  /** Digests and search index of all records. */
  readonly archive: Archive
  readonly maySearch: MaySearch
  readonly clock: Clock
  readonly newId: NewId
  readonly random: Random
  readonly log: Log
  /** The one address that people use, without a slash at the end. */
  readonly publicUrl: string
  /** For the few things that must not run twice at once, such as loading the sample. */
  readonly inTurn: Queue
}
