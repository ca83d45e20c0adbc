import type { Disk } from '../../server/storage/embedded/Disk.ts'
import type { KeyValue, OpenKeyValue, Write } from '../../server/storage/embedded/KeyValue.ts'
import type { VirtualTime } from './VirtualTime.ts'

interface StoredFile {
  readonly inode: number
  bytes: Uint8Array
  synced: Uint8Array
}

/** What the disk does to whoever uses it. */
export interface DiskTroubles {
  /** How long the next synced write takes. */
  readonly delayMs: () => number
  /** Whether the next synced write fails, and whether its bytes land all the same. */
  readonly fails: () => 'no' | 'before' | 'after'
}

/**
 * A disk in memory under the real storage: what is not synced yet is lost with the power, a batch on its way may land or not,
 * and whoever held it before the power went hears no more of it.
 */
export class SimulatedDisk {
  /** Called with the writes of each batch that has become durable. */
  onDurable: (writes: readonly Write[]) => void = () => {}
  #life = 0
  #inodes = 1
  #changes = 0
  #durable = new Map<string, Uint8Array>()
  #files = new Map<string, StoredFile>()
  #durableNames = new Map<string, StoredFile>()
  #onItsWay: readonly Write[] | null = null
  readonly #folders = new Map<string, number>()

  constructor(
    private readonly time: VirtualTime,
    private readonly troubles: DiskTroubles,
  ) {}

  /** What a start after a power cut would find under this key now. */
  durable(key: string): Uint8Array | undefined {
    return this.#durable.get(key)
  }

  durableEntries(prefix: string): readonly (readonly [string, Uint8Array])[] {
    return [...this.#durable].filter(([key]) => key.startsWith(prefix)).sort(byKey)
  }

  /** The power goes: `lands` says whether the batch that was being written made it. */
  cutPower(lands: boolean): void {
    this.#life += 1
    if (this.#onItsWay !== null && lands) this.#land(this.#onItsWay)
    this.#onItsWay = null
    this.#files = new Map([...this.#durableNames].map(([name, file]) => [name, { ...file, bytes: file.synced }]))
    this.#durableNames = new Map(this.#files)
  }

  readonly openKeyValue: OpenKeyValue = async () => {
    const life = this.#life
    await this.#alive(life, 1)
    return this.#opened(life)
  }

  disk(): Disk {
    const life = this.#life
    const file = (path: string) => this.#files.get(path)
    return {
      read: async (path) => this.#alive(life, 0).then(() => file(path)?.bytes ?? null),
      create: async (path) => {
        await this.#alive(life, 0)
        const made: StoredFile = { inode: this.#inodes++, bytes: new Uint8Array(), synced: new Uint8Array() }
        this.#files.set(path, made)
        return {
          write: async (bytes) => {
            await this.#alive(life, 0)
            made.bytes = new Uint8Array(Buffer.concat([made.bytes, bytes]))
          },
          sync: async () => {
            await this.#alive(life, 1)
            made.synced = made.bytes
          },
          close: () => this.#alive(life, 0),
        }
      },
      rename: async (from, to) => {
        await this.#alive(life, 0)
        const moved = file(from)
        if (moved === undefined) throw new Error(`No file ${from}`)
        this.#files.delete(from)
        this.#files.set(to, moved)
      },
      syncFolder: async () => {
        await this.#alive(life, 1)
        this.#durableNames = new Map(this.#files)
      },
      makeFolder: async (path) => {
        await this.#alive(life, 0)
        if (!this.#folders.has(path)) this.#folders.set(path, this.#inodes++)
      },
      list: async (path) => {
        await this.#alive(life, 0)
        const inside = [...this.#files.keys(), ...this.#folders.keys()].filter((name) => name.startsWith(`${path}/`))
        return [...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))]
      },
      remove: async (path) => {
        await this.#alive(life, 0)
        this.#files.delete(path)
      },
      removeFolder: async () => {
        throw new Error('Nothing here removes a folder')
      },
      syncFiles: async () => {
        throw new Error('Nothing here syncs a folder whole')
      },
      identity: async (path) => {
        await this.#alive(life, 0)
        const inode = file(path)?.inode ?? this.#folders.get(path)
        return inode === undefined ? null : { inode: String(inode), changed: '0' }
      },
    }
  }

  #opened(life: number): KeyValue {
    // What LevelDB answers: a batch whose sync failed is not in its memory, though its bytes may be found at the next opening.
    const seen = new Map(this.#durable)
    return {
      get: async (key) => this.#alive(life, 0).then(() => seen.get(key)),
      entries: (from, before) => this.#entries(life, seen, from, before),
      batch: async (writes, { sync }) => {
        if (!sync) throw new Error('Nothing here is written without a sync')
        const outcome = this.troubles.fails()
        this.#onItsWay = writes
        await this.#alive(life, this.troubles.delayMs())
        this.#onItsWay = null
        if (outcome !== 'before') this.#land(writes)
        if (outcome !== 'no') throw Object.assign(new Error('planted'), { code: 'EIO' })
        applyTo(seen, writes)
      },
      close: () => this.#alive(life, 0),
    }
  }

  async *#entries(life: number, seen: ReadonlyMap<string, Uint8Array>, from: string, before: string) {
    const found = [...seen].filter(([key]) => key >= from && key < before).sort(byKey)
    await this.#alive(life, 0)
    yield* found
  }

  /** Takes its time; never comes back to a process that is gone. */
  async #alive(life: number, delayMs: number): Promise<void> {
    if (delayMs > 0) await this.time.passed(delayMs)
    if (life !== this.#life) await new Promise<never>(() => {})
  }

  #land(writes: readonly Write[]): void {
    this.#changes += 1
    applyTo(this.#durable, writes)
    this.onDurable(writes)
  }
}

function applyTo(store: Map<string, Uint8Array>, writes: readonly Write[]): void {
  for (const write of writes) {
    if (write.type === 'put') store.set(write.key, new Uint8Array(write.value))
    else store.delete(write.key)
  }
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}
