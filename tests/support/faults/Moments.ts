import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Disk, systemDisk } from '../../../server/storage/embedded/Disk.ts'
import type { OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'

/** What a process that was killed at this moment would have left on the disk, and what had been answered by then. */
export interface Moment<Answered> {
  readonly name: string
  readonly folder: string
  readonly answered: Answered
}

/**
 * Copies the data folder before and after every call of storage that changes something. A killed process takes nothing with it that it
 * had written, so each copy is what a SIGKILL at that very moment leaves.
 */
export class Moments<Answered> {
  readonly all: Moment<Answered>[] = []
  readonly #live: string
  readonly #into: string
  readonly #answered: () => Answered
  #watching = false

  constructor(live: string, into: string, answered: () => Answered) {
    this.#live = live
    this.#into = into
    this.#answered = answered
  }

  /** From now on moments count. */
  watch(): void {
    this.#watching = true
  }

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    return { ...store, batch: (writes, how) => this.#around(`batch of ${writes.length}`, () => store.batch(writes, how)) }
  }

  readonly disk: Disk = {
    ...systemDisk(),
    rename: (from, to) => this.#around(`rename to ${basename(to)}`, () => systemDisk().rename(from, to)),
    create: (path) => this.#around(`create ${basename(path)}`, () => systemDisk().create(path)),
  }

  async #around<T>(name: string, run: () => Promise<T>): Promise<T> {
    this.#keep(`before ${name}`)
    const done = await run()
    this.#keep(`after ${name}`)
    return done
  }

  #keep(name: string): void {
    if (!this.#watching) return
    const folder = join(this.#into, String(this.all.length))
    // Its LOCK is left alone: opening and closing that file here would give up the lock.
    cpSync(this.#live, folder, { recursive: true, filter: (path) => basename(path) !== 'LOCK' })
    this.all.push({ name: `${this.all.length} ${name}`, folder, answered: this.#answered() })
  }
}
