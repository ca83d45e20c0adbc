import { statSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The few file calls that storage makes, in steps small enough that a test can make any one of them fail. */
export interface Disk {
  /** The bytes, or null when there is no such file. Every other trouble throws. */
  read(path: string): Promise<Uint8Array | null>
  /** Opens for writing from the start, readable by the owner alone. */
  create(path: string): Promise<WritableFile>
  rename(from: string, to: string): Promise<void>
  /** Makes renames and removals in the folder survive a power cut. */
  syncFolder(path: string): Promise<void>
  /** Makes the folder, for the owner alone, with those above it; what is there already stays. Survives a power cut. */
  makeFolder(path: string): Promise<void>
  /** Names in the folder; empty when there is no such folder. */
  list(path: string): Promise<readonly string[]>
  remove(path: string): Promise<void>
  /** With all that is in it. */
  removeFolder(path: string): Promise<void>
  /** Makes the content of every file straight in the folder, and their names, survive a power cut. Not for a LevelDB that is open: its lock would go. */
  syncFiles(folder: string): Promise<void>
  /** Tells one file or folder from another of the same name, and whether its entries changed; null when it is gone. */
  identity(path: string): Promise<Identity | null>
}

export interface WritableFile {
  write(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

export interface Identity {
  readonly inode: string
  readonly changed: string
}

/** The machine's own file system. */
export function systemDisk(): Disk {
  return {
    read: (path) => orNull(readFile(path)),
    create: async (path) => writable(await open(path, 'w', 0o600)),
    rename: (from, to) => rename(from, to),
    syncFolder,
    async makeFolder(path) {
      const first = await mkdir(path, { recursive: true, mode: 0o700 })
      if (first === undefined) return
      // Each new folder is an entry of the one above it, and lasts only when that one is synced.
      for (let above = dirname(path); above.length >= dirname(first).length; above = dirname(above)) {
        await syncFolder(above)
        if (above === dirname(above)) return
      }
    },
    list: async (path) => (await orNull(readdir(path))) ?? [],
    remove: (path) => rm(path, { force: true }),
    removeFolder: (path) => rm(path, { recursive: true, force: true }),
    async syncFiles(folder) {
      for (const name of await readdir(folder)) await syncFolder(join(folder, name))
      await syncFolder(folder)
    },
    async identity(path) {
      // In this thread: the log asks after each batch, right after the disk has answered, and what is asked lies in memory. A trip to
      // another thread and back cost more than all else that is done for a key.
      const found = statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null
      return found && { inode: `${found.dev}:${found.ino}`, changed: `${found.mtimeNs}` }
    },
  }
}

function writable(file: FileHandle): WritableFile {
  return { write: (bytes) => file.writeFile(bytes), sync: () => file.sync(), close: () => file.close() }
}

/** A folder or a file. */
async function syncFolder(path: string): Promise<void> {
  const entry = await open(path, 'r')
  try {
    await entry.sync()
  } finally {
    await entry.close()
  }
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
