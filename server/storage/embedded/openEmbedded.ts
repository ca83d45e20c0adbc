import { resolve } from 'node:path'
import type { Clock, Log, Random } from '../../base/index.ts'
import type { CheckDocument, CheckVersion, Storage } from '../port.ts'
import { writeBackup } from './backup/writeBackup.ts'
import { cannot } from './cannot.ts'
import { createGuard } from './createGuard.ts'
import { type HeldFolder, holdFolder } from './DataFolder.ts'
import { type Disk, systemDisk } from './Disk.ts'
import { type DirectoryParts, EmbeddedDirectory } from './EmbeddedDirectory.ts'
import { EmbeddedDocuments } from './EmbeddedDocuments.ts'
import { EmbeddedLedgers } from './EmbeddedLedgers.ts'
import { EmbeddedMeetings } from './EmbeddedMeetings.ts'
import { EmbeddedQuarantine } from './EmbeddedQuarantine.ts'
import { EmbeddedReports } from './EmbeddedReports.ts'
import { EmbeddedVisits } from './EmbeddedVisits.ts'
import { Health } from './Health.ts'
import type { OpenKeyValue } from './KeyValue.ts'
import { keys, ranges } from './keys.ts'
import type { Migration } from './migrations.ts'
import { noteLosses } from './noteLosses.ts'
import { openLevel } from './openLevel.ts'
import type { Damaged } from './readDocument.ts'
import { replaceFile } from './replaceFile.ts'
import { SyncedLog } from './SyncedLog.ts'
import { sealJson } from './seal.ts'
import { Turns } from './Turns.ts'
import { verifyEmbedded } from './verifyEmbedded.ts'

/** What the embedded adapter is built with; disk and log store can be replaced by ones that fail on purpose. */
export interface EmbeddedOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly disk?: Disk
  readonly openKeyValue?: OpenKeyValue
  /** Refuse a folder without data in it, instead of beginning a new one. */
  readonly mustExist?: boolean
  /** Steps between formats; others than the program's own in tests. */
  readonly migrations?: readonly Migration[]
}

/** Room that is asked for before it is believed that there is some. */
const usualBytes = 64 * 1024
/**
 * LevelDB, opened anew, first writes what its log holds (up to four megabytes) as a table. To close it before there is room for that
 * would leave a store that cannot even be read.
 */
const reopenBytes = 8 * 1024 * 1024

/** Opens a data folder: LevelDB for what meetings own, JSON files for people and groups. */
export async function openEmbedded(given: EmbeddedOptions): Promise<Storage> {
  const options = { ...given, dataDir: resolve(given.dataDir) }
  const disk = options.disk ?? systemDisk()
  const openKeyValue = options.openKeyValue ?? openLevel
  // While the folder is being made there is nothing yet to guard or to recover.
  const unguarded = { dataDir: options.dataDir, disk, guard: async () => {}, onFailure: () => {} }
  const tools = { ...options, disk, openKeyValue }
  const held = await holdFolder(options.dataDir, tools, () => EmbeddedDirectory.createFiles(unguarded))
  try {
    return await openHeld(options, disk, openKeyValue, held)
  } catch (error) {
    await held.store.close()
    return cannot(`The data folder ${options.dataDir} cannot be used`, error)
  }
}

async function openHeld(options: EmbeddedOptions, disk: Disk, openKeyValue: OpenKeyValue, held: HeldFolder): Promise<Storage> {
  const { paths, file, store } = held
  const { epoch, format, restored } = file
  const guard = await createGuard(paths, disk, options.clock)
  const health = new Health({ clock: options.clock, log: options.log, probe })
  const onFailure = (error: unknown): void => health.failed(error)
  const onDamage = (damage: Damaged): void => options.log.error({ what: damage.what, err: damage }, 'damaged')
  const watch = <T>(write: () => Promise<T>): Promise<T> => health.watch(write)
  const parts: DirectoryParts = { dataDir: paths.parts, disk, guard: guard.folder, onFailure, watch }
  const reopen = () => openKeyValue(paths.log, { create: false })
  const synced = new SyncedLog({ store, reopen, guard: guard.log, onFailure, watch })
  const turns = new Turns()
  if (held.damagedBlocks.length > 0) {
    options.log.error({ tables: held.damagedBlocks }, 'blocks of the log are damaged: verify names what was in them')
  }
  if (restored !== undefined) options.log.info({ epoch, ...restored }, 'this data was restored from a backup')
  await noteLosses(disk, paths, synced, options)
  const directory = await EmbeddedDirectory.open(parts, onDamage)

  /** Does for real what failed: a whole file in the folder, then a synced batch. */
  async function probe(): Promise<void> {
    await guard.folder()
    await replaceFile(disk, paths.probe, new Uint8Array(synced.isBroken ? reopenBytes : usualBytes))
    await disk.remove(paths.probe)
    await synced.probe({ type: 'put', key: keys.probe, value: sealJson(keys.probe, options.clock.now()) })
  }

  let closing: Promise<void> | null = null
  /** Once: the second caller must not take away the lock note of the next process. */
  function close(): Promise<void> {
    closing ??= end()
    return closing
  }

  async function end(): Promise<void> {
    await health.close()
    await turns.idle()
    await directory.close()
    await synced.close()
    await disk.remove(paths.lock)
  }

  return {
    directory,
    meetings: new EmbeddedMeetings(synced, turns, onDamage),
    documents: new EmbeddedDocuments(synced, turns),
    reports: new EmbeddedReports(synced, turns, onDamage),
    ledgers: new EmbeddedLedgers(synced, turns),
    visits: new EmbeddedVisits(synced),
    quarantine: new EmbeddedQuarantine(synced, turns),
    epoch,
    wasRestored: restored !== undefined,
    derivedFolder: paths.derived,
    health: () => health.read(),
    onHealth: (listener) => health.listen(listener),
    verify: (checkDocument?: CheckDocument, checkVersion?: CheckVersion) =>
      verifyEmbedded(synced, parts, checkDocument, checkVersion),
    // Both are taken hold of before anything else can run: that is the one moment which the backup is from.
    backup: () =>
      writeBackup({ format, epoch, at: options.clock.now(), files: directory.files(), rows: synced.entries(ranges.everything) }),
    close,
  }
}
