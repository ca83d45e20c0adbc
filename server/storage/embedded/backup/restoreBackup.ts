import { dirname, join, resolve } from 'node:path'
import type { Millis } from '../../../../shared/base/index.ts'
import type { Clock, Random } from '../../../base/index.ts'
import { CannotOpen } from '../../CannotOpen.ts'
import type { GroupFile, PeopleFile } from '../../port.ts'
import { cannot } from '../cannot.ts'
import { type FolderPaths, folderPaths, holder, isLocked, newEpoch, writeLock } from '../DataFolder.ts'
import { type Disk, systemDisk } from '../Disk.ts'
import { type FormatFile, readFormat, writeFormat } from '../formatFile.ts'
import { readJsonText, writeJsonText } from '../jsonText.ts'
import type { KeyValue, OpenKeyValue } from '../KeyValue.ts'
import { ranges } from '../keys.ts'
import { formatAfter, migrations } from '../migrations.ts'
import { openLevel } from '../openLevel.ts'
import { putAwayReplaced } from '../putAwayReplaced.ts'
import { replaceFile } from '../replaceFile.ts'
import { type OnProgress, verifyBackup, withBackup } from './backupFile.ts'
import { type BackupSummary, noteRow, rowsSeen } from './checkBackup.ts'
import { type EndedRights, nothingEnded, sumOf, withoutLogins, withoutSeats } from './endRights.ts'
import { readBackup } from './readBackup.ts'

/** What a restore needs. */
export interface RestoreOptions {
  readonly file: string
  readonly dataDir: string
  /** Whether data that is there may be replaced; it is put away and not deleted. */
  readonly replace: boolean
  readonly clock: Clock
  readonly random: Random
  readonly onProgress?: OnProgress
  readonly disk?: Disk
  readonly openKeyValue?: OpenKeyValue
}

/** What came of it. */
export interface Restored {
  readonly backup: BackupSummary
  /** The folder's new epoch: devices that were ahead of the backup are told by it (DECIDED 11). */
  readonly epoch: string
  readonly ended: EndedRights
  /** Where the data that was there before lies now; itself a data folder. Null when there was none. */
  readonly before: string | null
}

/**
 * Puts a backup in the place of a data folder's content; no server may be running on it. The backup is compared whole before
 * anything is touched; what comes out of it is built beside the present data, and one rename of `format.json` changes from the
 * one to the other, so that whenever it is cut short the folder has the old or the new, whole. Throws `CannotOpen` with one line.
 */
export async function restoreBackup(given: RestoreOptions): Promise<Restored> {
  const onProgress = given.onProgress ?? (() => {})
  const backup = await verifyBackup(given.file, onProgress)
  const known = formatAfter(migrations)
  if (backup.format > known) {
    throw new CannotOpen(`${given.file} has format ${backup.format}, this program knows ${known}: use the program that wrote it.`)
  }
  const options = { ...given, dataDir: resolve(given.dataDir), disk: given.disk ?? systemDisk(), onProgress }
  const tools: Tools = { ...options, openKeyValue: options.openKeyValue ?? openLevel }
  try {
    return await replaceParts(tools, backup)
  } catch (error) {
    return cannot(`${given.file} could not be restored; ${options.dataDir} is as it was, or restored as a whole`, error)
  }
}

interface Tools extends RestoreOptions {
  readonly disk: Disk
  readonly openKeyValue: OpenKeyValue
  readonly onProgress: OnProgress
}

async function replaceParts(tools: Tools, backup: BackupSummary): Promise<Restored> {
  const { disk, dataDir } = tools
  await disk.makeFolder(dataDir)
  const found = await readFormat(disk, folderPaths(dataDir, undefined))
  if (found !== null && !tools.replace) {
    throw new CannotOpen(`${dataDir} holds data already: --replace puts it away under another name and restores in its place.`)
  }
  const paths = folderPaths(dataDir, found?.folder)
  const present = await lock(paths, tools, found)
  try {
    await writeLock(paths, tools)
    const old = found === null ? null : await putAwayReplaced(disk, paths, found)
    await removeUnfinished(tools, old)
    const stamp = stampOf(tools)
    const folder = `restored-${stamp}`
    const staged = folderPaths(dataDir, folder)
    const ended = await build(staged, tools, backup)
    // From here on a server that starts is kept away by the new log's lock; the old one's ends when its folder is moved.
    const next = await tools.openKeyValue(staged.log, { create: false })
    try {
      await readBack(next, backup)
      const epoch = newEpoch(tools.random)
      const as = `before-${stamp}`
      const restored = { at: new Date(tools.clock.now()).toISOString(), from: backup.at, sha256: backup.sha256 }
      const ready: FormatFile = { format: backup.format, epoch, state: 'ready', folder, restored }
      const file = old === null ? ready : { ...ready, replaced: { as, format: old } }
      await writeFormat(disk, paths.format, file)
      await present?.close()
      if (old === null) await disk.removeFolder(paths.log)
      else await putAwayReplaced(disk, paths, file)
      return { backup, epoch, ended, before: old === null ? null : join(dataDir, as) }
    } finally {
      await next.close()
    }
  } finally {
    await present?.close()
    await disk.remove(paths.lock)
  }
}

/**
 * Takes the present log's lock. A log that cannot be opened at all is no hindrance: it is what one restores for, and no server
 * can be running on it.
 */
async function lock(paths: FolderPaths, { disk, openKeyValue }: Tools, found: FormatFile | null): Promise<KeyValue | null> {
  try {
    if (found === null) await disk.makeFolder(paths.log)
    return await openKeyValue(paths.log, { create: found === null })
  } catch (error) {
    if (!isLocked(error)) return null
    throw new CannotOpen(`${paths.dataDir} is in use by ${await holder(paths, { disk })}: stop it first.`)
  }
}

/** What earlier restores that were cut short have left. */
async function removeUnfinished({ disk, dataDir }: Tools, now: FormatFile | null): Promise<void> {
  for (const name of await disk.list(dataDir)) {
    if (name.startsWith('restored-') && name !== now?.folder) await disk.removeFolder(join(dataDir, name))
  }
}

/** Makes the parts out of the backup, and has all of it on disk. The file is compared once more: it is read again. */
async function build(staged: FolderPaths, tools: Tools, backup: BackupSummary): Promise<EndedRights> {
  const { disk } = tools
  await disk.makeFolder(join(staged.parts, 'groups'))
  await disk.makeFolder(staged.log)
  const store = await tools.openKeyValue(staged.log, { create: true })
  let ended = nothingEnded
  try {
    await withBackup(tools.file, tools.onProgress, async (chunks) => {
      for await (const part of readBackup(chunks)) {
        if (part.kind === 'file') ended = sumOf(ended, await restoreFile(staged, tools, part.name, part.bytes))
        else if (part.kind === 'rows') {
          await store.batch(
            part.rows.map(([key, value]) => ({ type: 'put', key, value })),
            { sync: false },
          )
        } else if (part.sha256 !== backup.sha256) throw new CannotOpen(`${tools.file} was changed just now.`)
      }
    })
  } finally {
    await store.close()
  }
  await disk.syncFiles(staged.log)
  await disk.syncFolder(staged.parts)
  await disk.syncFolder(staged.dataDir)
  return ended
}

/** Every row is where it belongs, and as whole as it was. */
async function readBack(store: KeyValue, backup: BackupSummary): Promise<void> {
  const seen = rowsSeen()
  for await (const [key, sealed] of store.entries(ranges.everything.from, ranges.everything.before)) noteRow(key, sealed, seen)
  const damaged = [...seen.damaged].filter((name) => !backup.damaged.includes(name))
  if (seen.rows !== backup.rows || damaged.length > 0) throw new Error('what was written cannot be read back')
}

/** A file that was damaged already stays so, byte for byte: it is told and not made worse. */
async function restoreFile(staged: FolderPaths, { disk, clock }: Tools, name: string, bytes: Uint8Array): Promise<EndedRights> {
  const path = join(staged.parts, name)
  const content = contentOf(bytes)
  if (content === null) {
    await replaceFile(disk, path, bytes)
    return nothingEnded
  }
  // Its checksum proves that one of our programs wrote it, under this name.
  const made = dirname(name) === 'groups' ? seatless(content as GroupFile, clock.now()) : peopleless(content as PeopleFile)
  await replaceFile(disk, path, new TextEncoder().encode(writeJsonText(made.value)))
  return made.ended
}

function seatless(file: GroupFile, now: Millis): { readonly value: unknown; readonly ended: EndedRights } {
  const { file: value, ended } = withoutSeats(file, now)
  return { value, ended }
}

function peopleless(people: PeopleFile): { readonly value: unknown; readonly ended: EndedRights } {
  const { people: value, ended } = withoutLogins(people)
  return { value, ended }
}

function contentOf(bytes: Uint8Array): unknown {
  try {
    return readJsonText(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

/** For the names of folders: the moment in UTC, and letters that no other restore of that second has. */
function stampOf({ clock, random }: Tools): string {
  const moment = new Date(clock.now()).toISOString().replace(/[-:]/g, '').slice(0, 15)
  return `${moment}Z-${Buffer.from(random(3)).toString('hex')}`
}
