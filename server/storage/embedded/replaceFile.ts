import { dirname } from 'node:path'
import type { Disk } from './Disk.ts'

/**
 * Puts a file in place whole: write beside it, sync, rename, sync the folder. Whoever reads, also after a power cut, finds the
 * old or the new content and never a part. When it throws, either of the two may be there.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.tmp`
  const file = await disk.create(beside)
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await disk.rename(beside, path)
  await disk.syncFolder(dirname(path))
}
