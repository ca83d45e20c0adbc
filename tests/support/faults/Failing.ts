import { type Disk, systemDisk } from '../../../server/storage/embedded/Disk.ts'
import type { KeyValue, OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'

/** Whether a failing call does its work before it fails: after an error nobody knows which it was. */
export type Moment = 'before' | 'after'

/** The machine's files and LevelDB, with every call counted and any of them made to fail. */
export class Failing {
  #calls = 0
  #failing: (call: number, name: string) => boolean = () => false
  #code = 'EIO'
  #moment: Moment = 'before'

  /** Calls so far. */
  get calls(): number {
    return this.#calls
  }

  /** The n-th call from now fails, once. */
  failNth(n: number, code: string, moment: Moment): void {
    const at = this.#calls + n
    this.#set(code, moment, (call) => call === at)
  }

  /** Every call of these names fails until `heal`. */
  failAll(names: readonly string[], code: string, moment: Moment = 'before'): void {
    this.#set(code, moment, (_call, name) => names.includes(name))
  }

  /** All is well again. */
  heal(): void {
    this.#failing = () => false
  }

  readonly disk: Disk = this.#watchedDisk(systemDisk())

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await this.#call(
      'open',
      () => openLevel(folder, options),
      (opened) => opened.close(),
    )
    const watched: KeyValue = {
      get: (key) => this.#call('get', () => store.get(key)),
      entries: (from, before) => this.#entries(store, from, before),
      batch: (writes, how) => this.#call('batch', () => store.batch(writes, how)),
      // A close that fails would leave the lock with this process, which no real one does when it ends.
      close: () => store.close(),
    }
    return watched
  }

  #set(code: string, moment: Moment, failing: (call: number, name: string) => boolean): void {
    this.#code = code
    this.#moment = moment
    this.#failing = failing
  }

  async *#entries(store: KeyValue, from: string, before: string): AsyncGenerator<readonly [string, Uint8Array]> {
    await this.#call('entries', () => Promise.resolve())
    yield* store.entries(from, before)
  }

  #watchedDisk(disk: Disk): Disk {
    return {
      read: (path) => this.#call('read', () => disk.read(path)),
      create: async (path) => {
        const file = await this.#call(
          'create',
          () => disk.create(path),
          (made) => made.close(),
        )
        return {
          write: (bytes) => this.#call('write', () => file.write(bytes)),
          sync: () => this.#call('sync', () => file.sync()),
          close: () => file.close(),
        }
      },
      rename: (from, to) => this.#call('rename', () => disk.rename(from, to)),
      syncFolder: (path) => this.#call('syncFolder', () => disk.syncFolder(path)),
      makeFolder: (path) => this.#call('makeFolder', () => disk.makeFolder(path)),
      list: (path) => this.#call('list', () => disk.list(path)),
      remove: (path) => this.#call('remove', () => disk.remove(path)),
      removeFolder: (path) => this.#call('removeFolder', () => disk.removeFolder(path)),
      syncFiles: (folder) => this.#call('syncFiles', () => disk.syncFiles(folder)),
      identity: (path) => this.#call('identity', () => disk.identity(path)),
    }
  }

  async #call<T>(name: string, run: () => Promise<T>, undo?: (made: T) => Promise<void>): Promise<T> {
    this.#calls += 1
    if (!this.#failing(this.#calls, name)) return run()
    if (this.#moment === 'after') {
      const made = await run()
      await undo?.(made)
    }
    throw Object.assign(new Error(`${this.#code}: planted in ${name}`), { code: this.#code })
  }
}
