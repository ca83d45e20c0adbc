import type { Clock } from '../../base/index.ts'
import type { FolderPaths } from './DataFolder.ts'
import type { Disk } from './Disk.ts'

const settleMs = 100

/**
 * Builds what every write ends with. It throws when the folder that was opened is no longer the one at its place: writes to
 * deleted files succeed and are worth nothing. And when the log folder has new entries it syncs the folder, because LevelDB
 * begins a new log file without doing so.
 */
export async function createGuard(
  paths: FolderPaths,
  disk: Disk,
  clock: Clock,
): Promise<{ folder: () => Promise<void>; log: () => Promise<void> }> {
  const opened = await disk.identity(paths.format)
  const logOpened = await disk.identity(paths.log)
  let syncedState: string | null = null
  let noticedMs = Number.NEGATIVE_INFINITY

  async function folder(): Promise<void> {
    const found = await disk.identity(paths.format)
    if (found === null || found.inode !== opened?.inode) throw new Error('The data folder is gone')
  }

  async function log(): Promise<void> {
    // It lies in the folder: when that is gone, or another, so is this. One look is enough, and this one has to be taken anyway.
    const found = await disk.identity(paths.log)
    if (found === null || found.inode !== logOpened?.inode) throw new Error('The log folder is gone')
    if (found.changed !== syncedState) noticedMs = clock.monotonicMs()
    // A folder's time stamp is coarse: two changes can share one, so it is not trusted before a while has passed.
    if (clock.monotonicMs() - noticedMs > settleMs) return
    await disk.syncFolder(paths.log)
    syncedState = found.changed
  }

  return { folder, log }
}
