import type { KeyValue, Write } from './KeyValue.ts'
import { isHeadKey } from './keys.ts'

/** So many heads are kept in mind: many more than rooms are open at once, and some hundred bytes each. */
const maxHeads = 1_000

interface Waiting {
  readonly writes: readonly Write[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** What the log needs from its surroundings. */
export interface SyncedLogParts {
  readonly store: KeyValue
  /** Opens the store again after a failure. */
  readonly reopen: () => Promise<KeyValue>
  /** Runs after each synced batch; throws when the bytes did not land in the folder that was opened. */
  readonly guard: () => Promise<void>
  readonly onFailure: (error: unknown) => void
  /** Runs each commit where it is seen how long it takes. */
  readonly watch: <T>(write: () => Promise<T>) => Promise<T>
}

/**
 * All writes of all rooms in one row of synced batches. While one batch is on its way the next gathers, so the load sets the
 * size; an idle room pays no delay.
 */
export class SyncedLog {
  readonly #parts: SyncedLogParts
  #store: KeyValue
  /** Heads as last stored: every change of a document begins by reading its own. Forgotten when a write was not certain. */
  readonly #heads = new Map<string, Uint8Array>()
  #gathering: Waiting[] = []
  #running: Promise<void> | null = null
  #broken = false
  /** LevelDB holds writes that went nowhere: reading them would show what no restart has. */
  #gone = false
  #closed = false

  constructor(parts: SyncedLogParts) {
    this.#parts = parts
    this.#store = parts.store
  }

  /** Whether the store has to be opened anew before it takes anything again. */
  get isBroken(): boolean {
    return this.#broken
  }

  /** The bytes under the key, or undefined. Throws when they cannot be read. */
  get(key: string): Promise<Uint8Array | undefined> {
    if (this.#gone) return Promise.reject(new Error('The data folder is gone'))
    const head = this.#heads.get(key)
    return head === undefined ? this.#store.get(key) : Promise.resolve(head)
  }

  /** Entries of a range as they were at the call. */
  entries(range: { readonly from: string; readonly before: string }): AsyncIterable<readonly [string, Uint8Array]> {
    if (this.#gone) throw new Error('The data folder is gone')
    return this.#store.entries(range.from, range.before)
  }

  /** Resolves once all of the writes would survive a power cut; throws when none of that is certain. */
  write(writes: readonly Write[]): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('Storage is closed'))
    return new Promise((resolve, reject) => {
      this.#gathering.push({ writes, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Proves by a real write that storing works; opens the store anew first when an earlier write failed. */
  async probe(write: Write): Promise<void> {
    await this.#running
    if (this.#broken) {
      // LevelDB goes on behind a record that it wrote only in part, and reading stops at such a record: what comes after it
      // would be acknowledged and then lost. Opening anew begins a fresh log file.
      await this.#store.close()
      this.#store = await this.#parts.reopen()
      this.#broken = false
      this.#gone = false
    }
    await this.write([write])
  }

  /** Lets what was accepted end, then closes the store. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
    await this.#store.close()
  }

  async #run(): Promise<void> {
    while (this.#gathering.length > 0) {
      const members = this.#gathering
      this.#gathering = []
      try {
        await this.#parts.watch(() => this.#commit(members.flatMap((member) => member.writes)))
        for (const member of members) member.resolve()
      } catch (error) {
        for (const member of members) member.reject(error)
      }
    }
    // In the same breath as the look at the row: a write that comes between the two would wait for ever.
    this.#running = null
  }

  async #commit(writes: readonly Write[]): Promise<void> {
    if (this.#broken) throw new Error('Storage does not save at the moment')
    try {
      await this.#store.batch(writes, { sync: true })
      await this.#guarded()
      this.#remember(writes)
    } catch (error) {
      this.#broken = true
      this.#heads.clear()
      this.#parts.onFailure(error)
      throw new Error('A batch could not be stored', { cause: error })
    }
  }

  #remember(writes: readonly Write[]): void {
    for (const write of writes) {
      if (!isHeadKey(write.key)) continue
      // Out and in again, so that the first in the row is the one that changed longest ago.
      this.#heads.delete(write.key)
      if (write.type === 'put') this.#heads.set(write.key, write.value)
    }
    for (const oldest of this.#heads.keys()) {
      if (this.#heads.size <= maxHeads) return
      this.#heads.delete(oldest)
    }
  }

  async #guarded(): Promise<void> {
    try {
      await this.#parts.guard()
    } catch (error) {
      this.#gone = true
      throw error
    }
  }
}
