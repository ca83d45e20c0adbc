import { join } from 'node:path'
import type { Clock, Random } from '../../base/index.ts'
import { CannotOpen } from '../CannotOpen.ts'
import { cannot } from './cannot.ts'
import type { Disk } from './Disk.ts'
import { type FormatFile, readFormat, writeFormat } from './formatFile.ts'
import type { KeyValue, OpenKeyValue } from './KeyValue.ts'
import { ranges } from './keys.ts'
import { markDamagedBlocks } from './markDamagedBlocks.ts'
import { formatAfter, type Migration, migrations, stepsFrom } from './migrations.ts'
import { openLevel } from './openLevel.ts'
import { putAwayReplaced } from './putAwayReplaced.ts'
import { replaceFile } from './replaceFile.ts'

/** The names of everything in a data folder. */
export interface FolderPaths {
  readonly dataDir: string
  /** Where people, groups and log lie: the data folder itself, or what a restore has put in their place. */
  readonly parts: string
  readonly format: string
  readonly lock: string
  readonly log: string
  readonly probe: string
  readonly derived: string
}

/** Where things lie in a data folder. */
export function folderPaths(dataDir: string, folder: string | undefined): FolderPaths {
  const parts = folder === undefined ? dataDir : join(dataDir, folder)
  return {
    dataDir,
    parts,
    format: join(dataDir, 'format.json'),
    lock: join(dataDir, 'rapporteur.lock'),
    log: join(parts, 'log'),
    probe: join(dataDir, 'probe.tmp'),
    derived: join(dataDir, 'derived'),
  }
}

/** What opening a folder is done with. */
export interface FolderTools {
  readonly disk: Disk
  readonly clock: Clock
  readonly random: Random
  readonly openKeyValue: OpenKeyValue
  /** Only a folder that holds data is opened: nothing is made. */
  readonly mustExist?: boolean
  /** Steps between formats; others than the program's own in tests. */
  readonly migrations?: readonly Migration[]
}

/** A folder that is ours alone until its store is closed. */
export interface HeldFolder {
  readonly paths: FolderPaths
  readonly file: FormatFile
  readonly store: KeyValue
  /** Tables with the number of blocks that cannot be read, as `markDamagedBlocks` found them just now. */
  readonly damagedBlocks: readonly string[]
}

/**
 * Takes hold of a data folder: locks it, and makes what a new one needs, or brings an older one to today's format. A folder with
 * anything foreign in it, or with a part missing, is refused with one line: a fresh start never covers up a loss (D5).
 */
export async function holdFolder(dataDir: string, tools: FolderTools, createFiles: () => Promise<void>): Promise<HeldFolder> {
  const { disk } = tools
  const top = folderPaths(dataDir, undefined)
  if (tools.mustExist !== true) {
    await disk.makeFolder(dataDir).catch((cause: unknown) => cannot(`The data folder ${dataDir} cannot be made`, cause))
  }
  const known = await readFormat(disk, top)
  if (known === null && tools.mustExist === true) throw new CannotOpen(`There is no data in ${dataDir}.`)
  refuseNewer(dataDir, known, tools)
  const paths = folderPaths(dataDir, known?.folder)
  const damagedBlocks = await lookThrough(paths, tools, known).catch((cause: unknown) =>
    cannot(`The data folder ${dataDir} cannot be used`, cause),
  )
  const store = await openStore(paths, tools, known)
  try {
    await refuseChanged(paths, disk, known)
    await writeLock(paths, tools)
    const file = await makeReady(paths, tools, { known, store, createFiles })
    return { paths, file, store, damagedBlocks }
  } catch (error) {
    await store.close()
    return cannot(`The data folder ${dataDir} cannot be used`, error)
  }
}

/** Compares the tables of the log with their checksums; all of them, when the last run did not end in order. */
async function lookThrough(
  paths: FolderPaths,
  { disk, openKeyValue }: FolderTools,
  known: FormatFile | null,
): Promise<readonly string[]> {
  // Only LevelDB has tables: where something else takes its place there is nothing of its to be read on the real disk.
  if (openKeyValue !== openLevel) return []
  // Its note lies there still.
  const isSuspect = known !== null && (await disk.identity(paths.lock)) !== null
  return markDamagedBlocks(paths.log, isSuspect)
}

function refuseNewer(dataDir: string, known: FormatFile | null, tools: FolderTools): void {
  const format = formatAfter(tools.migrations ?? migrations)
  if (known === null || known.format <= format) return
  throw new CannotOpen(`${dataDir} has format ${known.format}, this program knows ${format}: use the program that wrote it.`)
}

/** A restore may have ended between the look at the format and the lock: then what is locked is no longer what counts. */
async function refuseChanged(paths: FolderPaths, disk: Disk, known: FormatFile | null): Promise<void> {
  const now = await readFormat(disk, paths)
  if (now?.epoch === known?.epoch && now?.folder === known?.folder) return
  throw new CannotOpen(`${paths.dataDir} was restored or made just now: start again.`)
}

interface Opened {
  readonly known: FormatFile | null
  readonly store: KeyValue
  readonly createFiles: () => Promise<void>
}

async function makeReady(paths: FolderPaths, tools: FolderTools, { known, store, createFiles }: Opened): Promise<FormatFile> {
  const { disk } = tools
  if (known === null || known.state === 'creating') {
    const epoch = known?.epoch ?? newEpoch(tools.random)
    const format = formatAfter(tools.migrations ?? migrations)
    if (known === null) await beginFolder(paths, disk, store, { format, epoch, state: 'creating' })
    await createFiles()
    const file: FormatFile = { format, epoch, state: 'ready' }
    await writeFormat(disk, paths.format, file)
    return file
  }
  return migrate(paths, tools, store, await putAwayReplaced(disk, paths, known))
}

/** Runs the steps that are missing. The format is raised before its step begins: from there on an older program refuses. */
async function migrate(paths: FolderPaths, tools: FolderTools, store: KeyValue, from: FormatFile): Promise<FormatFile> {
  let file = from
  // A step that was begun is not known to have ended.
  const done = from.state === 'migrating' ? from.format - 1 : from.format
  for (const { step, to } of stepsFrom(tools.migrations ?? migrations, done)) {
    file = { ...file, format: to, state: 'migrating' }
    await writeFormat(tools.disk, paths.format, file)
    await step.run({ disk: tools.disk, folder: paths.parts, store }).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message.split('\n')[0] : 'unknown'
      throw new CannotOpen(`${paths.dataDir} could not be brought to format ${to}; the next start goes on from there: ${why}`, {
        cause,
      })
    })
    file = { ...file, state: 'ready' }
    await writeFormat(tools.disk, paths.format, file)
  }
  return file
}

/** What tells one past of a folder from another (DECIDED 11). */
export function newEpoch(random: Random): string {
  return Buffer.from(random(16)).toString('base64url')
}

async function openStore(paths: FolderPaths, tools: FolderTools, known: FormatFile | null): Promise<KeyValue> {
  try {
    const create = known === null || known.state === 'creating'
    if (create) await tools.disk.makeFolder(paths.log)
    return await tools.openKeyValue(paths.log, { create })
  } catch (error) {
    if (!isLocked(error)) return cannot(`The log in ${paths.parts} cannot be opened`, error)
    throw new CannotOpen(`${paths.dataDir} is in use by ${await holder(paths, tools)}; only one server may use a data folder.`)
  }
}

/** Whether another process holds LevelDB's lock. */
export function isLocked(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && at.code === 'LEVEL_LOCKED') return true
  return false
}

/** Who says that they hold the folder. */
export async function holder(paths: FolderPaths, { disk }: Pick<FolderTools, 'disk'>): Promise<string> {
  const bytes = await disk.read(paths.lock).catch(() => null)
  return bytes === null ? 'another process' : new TextDecoder().decode(bytes).trim()
}

/** Readable only: the lock itself is LevelDB's, which ends with the process. */
export async function writeLock(paths: FolderPaths, { disk, clock }: Pick<FolderTools, 'disk' | 'clock'>): Promise<void> {
  const text = `process ${process.pid}, running since ${new Date(clock.now()).toISOString()}\n`
  await replaceFile(disk, paths.lock, new TextEncoder().encode(text)).catch((cause: unknown) =>
    cannot(`The data folder ${paths.dataDir} cannot be written`, cause),
  )
}

async function beginFolder(paths: FolderPaths, disk: Disk, store: KeyValue, file: FormatFile): Promise<void> {
  for await (const _entry of store.entries(ranges.everything.from, ranges.everything.before)) {
    throw new CannotOpen(`${paths.dataDir} has a log with content but no format.json: it is damaged.`)
  }
  await writeFormat(disk, paths.format, file)
}
