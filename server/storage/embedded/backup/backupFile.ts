import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotOpen } from '../../CannotOpen.ts'
import { type BackupSummary, checkBackup } from './checkBackup.ts'
import { BadBackup } from './readBackup.ts'

const readBytes = 1024 * 1024

/** Called now and then with how many bytes are done. */
export type OnProgress = (bytes: number) => void

/**
 * Keeps a backup under its name: written beside it for the owner alone, synced, read back and compared, and only then named. A
 * file that is there already stays, and a cut stream leaves nothing. Throws `CannotOpen` with one line.
 */
export async function keepBackup(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  onProgress: OnProgress,
): Promise<BackupSummary> {
  await refuseTaken(path)
  const beside = `${path}.${process.pid}.part`
  try {
    await writeWhole(chunks, beside, onProgress)
    const summary = await verifyBackup(beside, () => {})
    await nameOnce(beside, path)
    await syncFolder(dirname(path))
    return summary
  } catch (error) {
    throw error instanceof CannotOpen ? error : new CannotOpen(`${path} cannot be written: ${wordsOf(error)}`, { cause: error })
  } finally {
    // What went wrong before is what is told; a rest that cannot be removed says so by lying there.
    await rm(beside, { force: true }).catch(() => {})
  }
}

/** Compares every hash of the backup in this file. Throws `CannotOpen` with one line when it is not whole. */
export async function verifyBackup(path: string, onProgress: OnProgress): Promise<BackupSummary> {
  return withBackup(path, onProgress, checkBackup)
}

/** Hands the file's bytes to a reader, and turns what goes wrong into one line that names the file. */
export async function withBackup<T>(
  path: string,
  onProgress: OnProgress,
  read: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new CannotOpen(`${path} cannot be read: ${wordsOf(error)}`, { cause: error })
  })
  try {
    return await read(chunksOf(file, onProgress))
  } catch (error) {
    if (error instanceof BadBackup) throw new CannotOpen(`${path} is not a whole backup: ${error.message}.`, { cause: error })
    throw error
  } finally {
    await file.close()
  }
}

async function* chunksOf(file: FileHandle, onProgress: OnProgress): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for (;;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(readBytes), 0, readBytes)
    if (bytesRead === 0) return
    bytes += bytesRead
    onProgress(bytes)
    yield buffer.subarray(0, bytesRead)
  }
}

async function writeWhole(chunks: AsyncIterable<Uint8Array>, path: string, onProgress: OnProgress): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      await file.writeFile(chunk)
      bytes += chunk.length
      onProgress(bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

async function refuseTaken(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there !== null) throw new CannotOpen(`${path} is there already; a backup is never written over anything.`)
}

/** A link refuses a name that came to be meanwhile, which a rename would not; where the file system has none, the look before must do. */
async function nameOnce(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new CannotOpen(`${path} is there already; a backup is never written over anything.`)
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error
    await refuseTaken(path)
    await rename(beside, path)
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function wordsOf(error: unknown): string {
  return codeOf(error) || (error instanceof Error ? error.message : 'unknown')
}
