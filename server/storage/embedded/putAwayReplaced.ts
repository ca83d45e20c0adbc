import { join } from 'node:path'
import type { Disk } from './Disk.ts'
import { type FormatFile, writeFormat } from './formatFile.ts'

interface Place {
  readonly dataDir: string
  readonly format: string
  readonly derived: string
}

/**
 * Ends what a restore began: the parts that it replaced go into a folder of their own, which is a data folder in itself, and
 * what was derived from them goes. Can be cut short anywhere and run again.
 */
export async function putAwayReplaced(disk: Disk, place: Place, file: FormatFile): Promise<FormatFile> {
  const { replaced, ...rest } = file
  if (replaced === undefined) return file
  const away = join(place.dataDir, replaced.as)
  const { folder, ...format } = replaced.format
  const there = new Set(await disk.list(place.dataDir))
  if (folder !== undefined && there.has(folder)) await disk.rename(join(place.dataDir, folder), away)
  else await disk.makeFolder(away)
  for (const name of folder === undefined ? ['log', 'groups', 'people.json'] : []) {
    if (there.has(name)) await disk.rename(join(place.dataDir, name), join(away, name))
  }
  await disk.syncFolder(away)
  await disk.syncFolder(place.dataDir)
  await writeFormat(disk, join(away, 'format.json'), format)
  await disk.removeFolder(place.derived)
  await writeFormat(disk, place.format, rest)
  return rest
}
