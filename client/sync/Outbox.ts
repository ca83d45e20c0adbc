import * as Y from 'yjs'
import type { Device } from './Device.ts'
import type { Unsent } from './deviceTypes.ts'
import type { OutboxFacts } from './savedSign.ts'

/** One message to the server: neighbouring updates of one client id, merged. */
export interface Batch {
  readonly clientId: number
  readonly update: Uint8Array
  readonly entries: readonly Entry[]
}

/** An update on its way. `answered` ones leave once they are also out of the device's own store. */
export interface Entry {
  readonly unsent: Unsent
  key: number | null
  answered: boolean
  /** Has found another place while it was still being written: to be taken off the device again. */
  dropped: boolean
}

interface OutboxParts {
  readonly device: Device | null
  readonly place: string
  readonly tab: string
  readonly now: () => number
  /** Told after every change of what waits or is kept. */
  readonly changed: () => void
}

/** Typing without a longer pause than this is one change to people. */
const burstMs = 1500
/** `Y.mergeUpdates` is quadratic in the worst case, so a message is bounded in pieces and bytes. */
const mergePieces = 60
const mergeBytes = 200_000
const retryMs = 3000

/**
 * Words on their way to the server, in order. Each is written to the device at once and leaves only when the server has answered;
 * sending does not wait for the device, nor the device for sending.
 */
export class Outbox {
  readonly #parts: OutboxParts
  #entries: Entry[] = []
  #change = 0
  #lastAt = Number.NEGATIVE_INFINITY
  #writing = false
  #failed = false
  #retry: ReturnType<typeof setTimeout> | null = null
  #idle: (() => void)[] = []
  /** When the last thing that waited had its answer. */
  #restedAt = Number.NEGATIVE_INFINITY

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.#failed = parts.device === null
  }

  /** A new local update. */
  add(clientId: number, update: Uint8Array): void {
    const { place, tab, now } = this.#parts
    const at = now()
    if (at - this.#lastAt > burstMs) this.#change = at
    this.#lastAt = at
    const unsent: Unsent = { key: null, place, tab, clientId, update, change: this.#change, at }
    this.#entries.push({ unsent, key: null, answered: false, dropped: false })
    void this.#keep()
    this.#parts.changed()
  }

  /** Words from an earlier load or a tab that is gone: they go first, being older. */
  take(unsent: readonly Unsent[]): void {
    const known = new Set(this.#entries.map((entry) => entry.key))
    const fresh = unsent.filter((entry) => !known.has(entry.key))
    this.#entries = [
      ...fresh.map((entry) => ({ unsent: entry, key: entry.key, answered: false, dropped: false })),
      ...this.#entries,
    ]
    this.#parts.changed()
  }

  /** The next message, or null when nothing waits. Order within a client id is kept, which Yjs needs. */
  next(): Batch | null {
    const waiting = this.#entries.filter((entry) => !entry.answered)
    const first = waiting[0]
    if (first === undefined) return null
    const run: Entry[] = []
    let bytes = 0
    for (const entry of waiting) {
      if (entry.unsent.clientId !== first.unsent.clientId || run.length === mergePieces) break
      bytes += entry.unsent.update.length
      if (run.length > 0 && bytes > mergeBytes) break
      run.push(entry)
    }
    const updates = run.map((entry) => entry.unsent.update)
    const update = updates.length === 1 ? first.unsent.update : Y.mergeUpdates(updates)
    return { clientId: first.unsent.clientId, update, entries: run }
  }

  /** The server has these on disk. They move into the local copy. */
  async settled(batch: Batch): Promise<void> {
    for (const entry of batch.entries) entry.answered = true
    this.#restedAt = this.#parts.now()
    this.#parts.changed()
    await this.#release()
  }

  /** The words of these client ids, for keeping aside. They stay here until `drop`. */
  of(clientId: number): readonly Entry[] {
    return this.#entries.filter((entry) => !entry.answered && entry.unsent.clientId === clientId)
  }

  /** Everything that waits. It stays here until `drop`. */
  all(): readonly Entry[] {
    return this.#entries.filter((entry) => !entry.answered)
  }

  /** Forgets entries that have found another place. */
  drop(entries: readonly Entry[]): void {
    const gone = new Set(entries)
    for (const entry of gone) entry.dropped = true
    this.#entries = this.#entries.filter((entry) => !gone.has(entry))
    this.#parts.changed()
  }

  /** Updates that are not in the record yet, oldest first; a new document starts with them. */
  updates(): readonly Uint8Array[] {
    return this.#entries.filter((entry) => !entry.answered).map((entry) => entry.unsent.update)
  }

  clientIds(): readonly number[] {
    return [...new Set(this.#entries.filter((entry) => !entry.answered).map((entry) => entry.unsent.clientId))]
  }

  facts(live: boolean): OutboxFacts {
    const waiting = this.#entries.filter((entry) => !entry.answered)
    const unkept = waiting.filter((entry) => entry.key === null)
    const first = waiting[0]
    return {
      live,
      waiting: new Set(waiting.map(({ unsent }) => `${unsent.tab}\n${unsent.change}`)).size,
      unkept: unkept.length,
      failed: this.#failed && unkept.length > 0,
      oldestMs: first === undefined ? 0 : this.#parts.now() - first.unsent.at,
      restMs: this.#parts.now() - this.#restedAt,
    }
  }

  /** Whether this device can keep words at all, as far as is known. */
  get keeps(): boolean {
    return !this.#failed
  }

  /** Settles when everything that can be on the device is there. */
  async kept(): Promise<void> {
    if (!this.#writing) return
    await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** The device has lost what it held: nothing counts as kept until it has been written again. */
  lost(): void {
    for (const entry of this.#entries) if (!entry.answered) entry.key = null
    this.#failed = true
    this.#parts.changed()
    void this.#keep()
  }

  close(): void {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
  }

  /** Writes what is not kept yet, one transaction at a time: while one commits, the next gathers. */
  async #keep(): Promise<void> {
    const { device, changed } = this.#parts
    if (this.#writing || device === null) return
    this.#writing = true
    try {
      for (;;) {
        const fresh = this.#entries.filter((entry) => entry.key === null && !entry.answered)
        if (fresh.length === 0) break
        const keys = await device.keepUnsent(fresh.map((entry) => entry.unsent))
        fresh.forEach((entry, index) => {
          entry.key = keys[index] ?? null
        })
        const stray = fresh.flatMap((entry) => (entry.dropped && entry.key !== null ? [entry.key] : []))
        if (stray.length > 0) await device.settle(this.#parts.place, stray, [])
        this.#failed = false
        changed()
      }
    } catch {
      // The device said no (full, evicted, aborted): the sign says so, the words stay in memory and go to the server all the same.
      this.#failed = true
      this.#retry ??= setTimeout(() => {
        this.#retry = null
        void this.#keep()
      }, retryMs)
      changed()
    } finally {
      this.#writing = false
      for (const resolve of this.#idle.splice(0)) resolve()
    }
    await this.#release()
  }

  /** Lets answered entries go, once they are not being written any more. */
  async #release(): Promise<void> {
    if (this.#writing) return
    const done = this.#entries.filter((entry) => entry.answered)
    if (done.length === 0) return
    this.drop(done)
    const keys = done.flatMap((entry) => (entry.key === null ? [] : [entry.key]))
    const frames = done.map((entry) => entry.unsent.update)
    try {
      await this.#parts.device?.settle(this.#parts.place, keys, frames)
    } catch {
      // The server has the words. At worst the device sends them once more after a reload, which changes nothing.
    }
  }
}
