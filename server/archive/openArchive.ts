import { join } from 'node:path'
import type { Clock, Log, ReportFault } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import { Archive } from './Archive.ts'
import { createSearchThread } from './createSearchThread.ts'
import type { ReadWhole } from './Digest.ts'
import { SearchIndex } from './SearchIndex.ts'

interface Needs {
  readonly storage: Storage
  readonly readWhole: ReadWhole
  readonly clock: Clock
  readonly log: Log
  readonly reportFault: ReportFault
  /** Where the built thread of the index lies; without it the index is kept in this thread. */
  readonly worker: (() => URL | Promise<URL>) | undefined
}

/** Builds the archive over a storage. Nothing is opened or read before somebody asks, or `start` is called. */
export function openArchive({ worker, ...parts }: Needs): Archive {
  const folder = join(parts.storage.derivedFolder, 'search')
  const onDamage = (file: string) => parts.log.warn({ file }, 'a damaged part of the search index is made again')
  const onFault = (error: unknown) => {
    parts.reportFault(error, { while: 'writing the search index' })
  }
  const onLost = (error: unknown) => {
    parts.reportFault(error, { while: 'searching' })
    archive.lostIndex()
  }
  const search =
    worker === undefined
      ? new SearchIndex(folder, onDamage, onFault)
      : createSearchThread({ folder, worker, onDamage, onFault, onLost })
  const archive = new Archive({ ...parts, search })
  return archive
}
