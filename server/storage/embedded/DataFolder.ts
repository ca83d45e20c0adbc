import { join } from 'node:path'
import type { Clock, Random } from '../../base/index.ts'
import { CannotOpen } from '../CannotOpen.ts'
import type { Disk } from './Disk.ts'
import { readJsonText, writeJsonText } from './jsonText.ts'
import type { KeyValue, OpenKeyValue } from './KeyValue.ts'
import { ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import { replaceFile } from './replaceFile.ts'

const format = 1

/** The first thing written into a folder and the last thing changed when it is complete. */
interface FormatFile {
  readonly format: number
  readonly epoch: string
  readonly state: 'creating' | 'ready'
}

/** The names of everything in a data folder. */
export interface FolderPaths {
  readonly dataDir: string
  readonly format: string
  readonly lock: string
  readonly log: string
  readonly probe: string
}

/** Where things lie in a data folder. */
export function folderPaths(dataDir: string): FolderPaths {
  return {
    dataDir,
    format: join(dataDir, 'format.json'),
    lock: join(dataDir, 'rapporteur.lock'),
    log: join(dataDir, 'log'),
    probe: join(dataDir, 'probe.tmp'),
  }
}

/** What opening a folder is done with. */
export interface FolderTools {
  readonly disk: Disk
  readonly clock: Clock
  readonly random: Random
  readonly openKeyValue: OpenKeyValue
}

/** A folder that is ours alone until its store is closed. */
export interface HeldFolder {
  readonly paths: FolderPaths
  readonly epoch: string
  readonly store: KeyValue
}

/**
 * Takes hold of a data folder: locks it, and makes what a new one needs. A folder with anything foreign in it, or with a part
 * missing, is refused with one line: a fresh start never covers up a loss (D5).
 */
export async function holdFolder(dataDir: string, tools: FolderTools, createFiles: () => Promise<void>): Promise<HeldFolder> {
  const paths = folderPaths(dataDir)
  await tools.disk.makeFolder(dataDir).catch((cause: unknown) => cannot(`The data folder ${dataDir} cannot be made`, cause))
  const known = await readFormat(paths, tools)
  const store = await openStore(paths, tools, known)
  try {
    await writeLock(paths, tools)
    const epoch = known?.epoch ?? Buffer.from(tools.random(16)).toString('base64url')
    if (known?.state !== 'ready') {
      if (known === null) await beginFolder(paths, tools, store, epoch)
      await createFiles()
      await writeFormat(paths, tools, { format, epoch, state: 'ready' })
    }
    return { paths, epoch, store }
  } catch (error) {
    await store.close()
    return cannot(`The data folder ${dataDir} cannot be used`, error)
  }
}

async function readFormat(paths: FolderPaths, { disk }: FolderTools): Promise<FormatFile | null> {
  const bytes = await disk.read(paths.format).catch((cause: unknown) => cannot(`${paths.format} cannot be read`, cause))
  if (bytes === null) {
    const foreign = (await disk.list(paths.dataDir)).filter((name) => !mayStandInNewFolder(name))
    if (foreign.length === 0) return null
    throw new CannotOpen(`${paths.dataDir} holds ${foreign[0]} but no format.json: it is not a data folder, or a damaged one.`)
  }
  const file = readFormatText(paths, bytes)
  if (file.format !== format) {
    throw new CannotOpen(
      `${paths.dataDir} has format ${file.format}, this program knows ${format}: use the program that wrote it.`,
    )
  }
  return file
}

function readFormatText(paths: FolderPaths, bytes: Uint8Array): FormatFile {
  try {
    // The checksum proves that `writeFormat` wrote it.
    return readJsonText(new TextDecoder().decode(bytes)) as FormatFile
  } catch (error) {
    return cannot(`${paths.format} is damaged`, error)
  }
}

/** What a first start that was cut short, or the surroundings, may have left. */
function mayStandInNewFolder(name: string): boolean {
  return ['log', 'rapporteur.lock', 'lost+found'].includes(name) || /\.(tmp|sock)$/.test(name)
}

async function openStore(paths: FolderPaths, tools: FolderTools, known: FormatFile | null): Promise<KeyValue> {
  try {
    const create = known?.state !== 'ready'
    if (create) await tools.disk.makeFolder(paths.log)
    return await tools.openKeyValue(paths.log, { create })
  } catch (error) {
    if (!isLocked(error)) return cannot(`The log in ${paths.dataDir} cannot be opened`, error)
    throw new CannotOpen(`${paths.dataDir} is in use by ${await holder(paths, tools)}; only one server may use a data folder.`)
  }
}

function isLocked(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && at.code === 'LEVEL_LOCKED') return true
  return false
}

async function holder(paths: FolderPaths, { disk }: FolderTools): Promise<string> {
  const bytes = await disk.read(paths.lock).catch(() => null)
  return bytes === null ? 'another process' : new TextDecoder().decode(bytes).trim()
}

/** Readable only: the lock itself is LevelDB's, which ends with the process. */
async function writeLock(paths: FolderPaths, { disk, clock }: FolderTools): Promise<void> {
  const text = `process ${process.pid}, running since ${new Date(clock.now()).toISOString()}\n`
  await replaceFile(disk, paths.lock, new TextEncoder().encode(text)).catch((cause: unknown) =>
    cannot(`The data folder ${paths.dataDir} cannot be written`, cause),
  )
}

async function beginFolder(paths: FolderPaths, tools: FolderTools, store: KeyValue, epoch: string): Promise<void> {
  for await (const _entry of store.entries(ranges.everything.from, ranges.everything.before)) {
    throw new CannotOpen(`${paths.dataDir} has a log with content but no format.json: it is damaged.`)
  }
  await writeFormat(paths, tools, { format, epoch, state: 'creating' })
}

async function writeFormat(paths: FolderPaths, { disk }: FolderTools, file: FormatFile): Promise<void> {
  await replaceFile(disk, paths.format, new TextEncoder().encode(writeJsonText(file)))
}

/** Ends opening with one line that says what and why. */
export function cannot(what: string, cause: unknown): never {
  if (cause instanceof CannotOpen) throw cause
  // The library wraps what LevelDB says; the inner one tells more.
  const inner = cause instanceof Error && cause.cause instanceof Error && !(cause instanceof Damaged) ? cause.cause : cause
  const why = inner instanceof Error ? inner.message.split('\n')[0] : 'unknown'
  throw new CannotOpen(`${what}: ${why}`, { cause })
}
