import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, systemClock, systemRandom } from '../../server/base/index.ts'
import { keepBackup, openStorage, type Restored, restoreBackup, type Storage } from '../../server/storage/index.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const surroundings = { clock: systemClock(), random: systemRandom() }

/** Opens a data folder as the server does. */
export function openFolder(dataDir: string): Promise<Storage> {
  return openStorage({ ...surroundings, dataDir, log: createLog({ level: 'silent' }) })
}

/** A backup of the storage in a new file; its path. */
export async function backupOf(storage: Storage): Promise<string> {
  const file = join(temporaryFolder(), 'backup')
  await keepBackup(storage.backup(), file, () => {})
  return file
}

/** Restores into a folder, a new one unless one is given. */
export async function restored(
  file: string,
  dataDir = join(temporaryFolder(), 'data'),
  replace = false,
): Promise<Restored & { dataDir: string }> {
  return { dataDir, ...(await restoreBackup({ ...surroundings, file, dataDir, replace })) }
}

/** Every file below a folder with its bytes, for comparing what was touched; LevelDB's own diary and lock do not count. */
export function contentOfFolder(folder: string, within = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!existsSync(folder)) return found
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory())
      for (const [below, text] of contentOfFolder(path, `${within}${name}/`)) found.set(below, text)
    else if (!['LOCK', 'LOG', 'LOG.old'].includes(name)) found.set(`${within}${name}`, readFileSync(path, 'base64'))
  }
  return found
}

/** The same file with some bytes changed, in a place of its own. */
export function changedCopy(file: string, change: (bytes: Buffer) => Uint8Array): string {
  const copy = join(temporaryFolder(), 'changed')
  writeFileSync(copy, change(readFileSync(file)))
  return copy
}
