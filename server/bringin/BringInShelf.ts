import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Clock } from '../base/index.ts'
import type { GivenFile } from './readPreview.ts'
import type { ReadAnswer } from './worker.ts'

/** A preview as it waits for somebody's choices: theirs alone, in memory, and for a while. */
export interface Shelved {
  readonly id: string
  readonly person: string
  readonly groupId: string
  readonly files: readonly GivenFile[]
  readonly read: ReadAnswer
  /** In ms since 1970. */
  readonly expiresAt: number
}

const hour = 3_600_000

/** Keeps previews until something is made of them. What is forgotten is read anew from the file, which the page still has. */
export class BringInShelf {
  readonly #clock: Clock
  readonly #shelved = new Map<string, Shelved>()
  readonly #limits: { readonly keepMs: number; readonly each: number; readonly bytes: number }

  constructor(clock: Clock, limits = { keepMs: 2 * hour, each: 3, bytes: 120 * 1024 * 1024 }) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Puts a preview on the shelf; the oldest of the same person goes when there are too many, then the oldest of all. */
  put(preview: Omit<Shelved, 'expiresAt'>): Shelved {
    this.#tidy()
    const shelved = { ...preview, expiresAt: this.#clock.now() + this.#limits.keepMs }
    this.#shelved.delete(preview.id)
    this.#shelved.set(preview.id, shelved)
    const own = [...this.#shelved.values()].filter((one) => one.person === preview.person)
    for (const old of own.slice(0, -this.#limits.each)) this.#shelved.delete(old.id)
    for (const old of [...this.#shelved.values()]) {
      if (this.#bytes() <= this.#limits.bytes || old === shelved) break
      this.#shelved.delete(old.id)
    }
    return shelved
  }

  /** Somebody's own preview in this group; to everybody else it is not there. */
  get(id: string, person: string, groupId: string): Result<Shelved> {
    this.#tidy()
    const found = this.#shelved.get(id)
    if (found === undefined || found.person !== person || found.groupId !== groupId) {
      return refuse('ended', 'This preview is no longer kept: read the file once more.', 'bringInEnded')
    }
    return ok(found)
  }

  remove(id: string): void {
    this.#shelved.delete(id)
  }

  #tidy(): void {
    const now = this.#clock.now()
    for (const one of [...this.#shelved.values()]) if (one.expiresAt <= now) this.#shelved.delete(one.id)
  }

  #bytes(): number {
    let sum = 0
    for (const { files, read } of this.#shelved.values()) {
      sum += read.kept.length * 2
      for (const file of files) sum += file.bytes.length
    }
    return sum
  }
}
