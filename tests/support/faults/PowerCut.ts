import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type Disk, systemDisk } from '../../../server/storage/embedded/Disk.ts'
import type { KeyValue, OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'

/** What a power cut leaves of bytes that were written and not yet synced. */
export type Tail = 'nothing' | 'part' | 'zeros' | 'sectors' | 'pages' | 'reordered'

/**
 * A data folder with a second one beside it that holds only what was synced: what a machine would find after a power cut.
 *
 * How far this is honest. JSON files: content counts from the sync of the file, a name from the sync of its folder; a renamed
 * file whose content was never synced comes back empty. LevelDB: after a batch with `sync` its files are copied, after one
 * without they are not; so a batch that was not synced is lost, as is everything behind it. LevelDB's own syncs of tables
 * and manifest are trusted, not examined, and so is the disk's word that a sync is one.
 */
export class PowerCut {
  readonly #live: string
  readonly #image: string
  readonly #contents = new Map<string, Uint8Array>()
  #renames: { readonly from: string; readonly to: string }[] = []
  #held: { readonly reached: () => void } | null = null
  #dead = false

  constructor(live: string, image: string) {
    this.#live = live
    this.#image = image
  }

  /** The file calls of the machine, noting what would last. */
  readonly disk: Disk = {
    ...systemDisk(),
    create: async (path) => {
      const file = await systemDisk().create(path)
      let written = new Uint8Array()
      return {
        write: (bytes) => {
          written = new Uint8Array(bytes)
          return file.write(bytes)
        },
        sync: async () => {
          await file.sync()
          this.#contents.set(path, written)
        },
        close: () => file.close(),
      }
    },
    rename: async (from, to) => {
      await systemDisk().rename(from, to)
      this.#renames.push({ from, to })
    },
    syncFolder: async (folder) => {
      await systemDisk().syncFolder(folder)
      if (this.#dead) return
      for (const { from, to } of this.#renames.filter((rename) => dirname(rename.to) === folder)) {
        mkdirSync(dirname(this.#inImage(to)), { recursive: true })
        writeFileSync(this.#inImage(to), this.#contents.get(from) ?? new Uint8Array())
      }
      this.#renames = this.#renames.filter((rename) => dirname(rename.to) !== folder)
    },
    makeFolder: async (path) => {
      await systemDisk().makeFolder(path)
      mkdirSync(this.#inImage(path), { recursive: true })
    },
  }

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    this.#keep(folder)
    return this.#watched(store, folder)
  }

  /** The next batch reaches the file and is not answered: the power goes just then. Resolves when it is there. */
  holdNextBatch(): Promise<void> {
    return new Promise((resolve) => {
      this.#held = { reached: resolve }
    })
  }

  /** Ends it. Returns the folder as the next start finds it; nothing that happens afterwards gets into it. */
  cut(tail: Tail, random: () => number): string {
    this.#dead = true
    if (tail !== 'nothing') this.#tear(tail, random)
    return this.#image
  }

  #watched(store: KeyValue, folder: string): KeyValue {
    return {
      ...store,
      batch: async (writes, options) => {
        await store.batch(writes, options)
        if (this.#held !== null) {
          this.#held.reached()
          await new Promise<never>(() => {})
        }
        if (options.sync) this.#keep(folder)
      },
    }
  }

  /** LevelDB's files as they are now. Its LOCK is left alone: opening and closing that file here would give up the lock. */
  #keep(folder: string): void {
    if (this.#dead) return
    const to = this.#inImage(folder)
    rmSync(to, { recursive: true, force: true })
    cpSync(folder, to, { recursive: true, filter: (path) => basename(path) !== 'LOCK' })
  }

  /** Adds some of the bytes that were on their way when the power went. */
  #tear(tail: Exclude<Tail, 'nothing'>, random: () => number): void {
    const folder = join(this.#live, 'log')
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.log'))) {
      const image = join(this.#inImage(folder), name)
      const synced = statSync(image, { throwIfNoEntry: false })?.size
      if (synced === undefined) continue
      const unsynced = readFileSync(join(folder, name)).subarray(synced)
      writeFileSync(image, tornOf(unsynced, synced, tail, random), { flag: 'a' })
    }
  }

  #inImage(path: string): string {
    return join(this.#image, relative(this.#live, path))
  }
}

/** What is left of bytes that stand in the file from `from` on. A disk writes sectors of 512 bytes and pages of 4 KiB, in any order. */
function tornOf(unsynced: Uint8Array, from: number, tail: Exclude<Tail, 'nothing'>, random: () => number): Uint8Array {
  const cutAt = Math.floor(random() * (unsynced.length + 1))
  const edge = (bytes: number) => Math.max(0, Math.floor((from + cutAt) / bytes) * bytes - from)
  switch (tail) {
    case 'part':
      return unsynced.subarray(0, cutAt)
    case 'sectors':
      return unsynced.subarray(0, edge(512))
    case 'pages':
      return unsynced.subarray(0, edge(4096))
    case 'zeros': {
      // A file may have grown before its bytes came: then there are zeros from some sector on.
      const torn = unsynced.slice(0, cutAt)
      return torn.fill(0, Math.floor((random() * torn.length) / 512) * 512)
    }
    case 'reordered': {
      // The file has its full length, and of its last sectors any may have come before any other.
      const torn = unsynced.slice()
      for (let at = 0; at < torn.length; at = Math.floor((from + at) / 512 + 1) * 512 - from) {
        const next = Math.floor((from + at) / 512 + 1) * 512 - from
        if (random() < 0.5) torn.fill(0, at, Math.min(next, torn.length))
      }
      return torn
    }
  }
}
