import { join } from 'node:path'
import type { Millis } from '../../../shared/base/index.ts'
import type { Clock, Log } from '../../base/index.ts'
import type { FolderPaths } from './DataFolder.ts'
import type { Disk } from './Disk.ts'
import { keys, ranges } from './keys.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson } from './seal.ts'

interface Surroundings {
  readonly clock: Clock
  readonly log: Log
}

/** Something that was left out when the log was opened. */
export interface Loss {
  readonly at: Millis
  readonly loss: string
}

/**
 * LevelDB leaves out what it cannot read of its log and says so only in its own diary. That is right after a power cut (what
 * was never synced is torn) and wrong after bit rot, and nobody can tell which: so it is told, and kept for `verify`.
 */
export async function noteLosses(disk: Disk, paths: FolderPaths, log: SyncedLog, surroundings: Surroundings): Promise<void> {
  const diary = await disk.read(join(paths.log, 'LOG'))
  if (diary === null) return
  const lines = new TextDecoder().decode(diary).split('\n')
  const losses = lines.flatMap((line) => /(\d+\.log): dropping (\d+) bytes; (.*)$/.exec(line)?.slice(1, 4).join(', ') ?? [])
  if (losses.length === 0) return
  surroundings.log.warn({ losses }, 'parts of the log could not be read and were left out')
  let number = 1
  for await (const _known of log.entries(ranges.losses)) number += 1
  const writes = losses.map((loss, index) => {
    const key = keys.loss(number + index)
    return { type: 'put', key, value: sealJson(key, { at: surroundings.clock.now(), loss } satisfies Loss) } as const
  })
  await log.write(writes)
}
