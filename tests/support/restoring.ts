import { join } from 'node:path'
import type { Handed, HandOver } from '../../client/sync/LeftCopies.ts'
import { systemClock, systemRandom } from '../../server/base/index.ts'
import { type CopyReader, documentOf } from '../../server/rooms/index.ts'
import { keepBackup, restoreBackup } from '../../server/storage/index.ts'
import type { PersonId } from '../../shared/base/index.ts'
import { packCopy } from '../../shared/protocol/index.ts'
import type { World } from './live/liveWorld.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** Takes a backup of a world as it is now. */
export async function backedUp(world: World): Promise<string> {
  const file = join(temporaryFolder(), 'backup')
  await keepBackup(world.storage.backup(), file, () => {})
  return file
}

/** The same server, set back to a backup. */
export async function restored(world: World, dataDir: string, file: string): Promise<World> {
  await world.close()
  await restoreBackup({ file, dataDir, replace: true, clock: systemClock(), random: systemRandom() })
  return world.restart()
}

const wide = { copiesEach: 100, bytesEach: 1e9, copies: 1_000, bytes: 1e9 }

/** Hands copies over to a world without its HTTP door: read in the thread, kept in its store. */
export function handOverTo(world: () => World, reader: CopyReader, person: PersonId): HandOver {
  return async (copy): Promise<Handed> => {
    const packed = packCopy(copy.header, copy.update)
    const read = await reader.read(packed, person)
    if (!read.ok) return read.refusal.code === 'tooMany' ? { kind: 'later' } : { kind: 'refused', code: read.refusal.code }
    const { storage, meetingId } = world()
    const documentId = documentOf(meetingId)
    const { copyId, epoch: fromEpoch } = copy
    const row = {
      copyId,
      documentId,
      person,
      at: systemClock().now(),
      fromEpoch,
      sha256: read.value.sha256,
      bytes: packed.length,
    }
    const kept = await storage.quarantine.add(row, { raw: packed, read: read.value.read }, wide)
    return kept.ok ? { kind: 'received' } : { kind: 'refused', code: kept.refusal.code }
  }
}
