import { type Adapter, Low } from 'lowdb'
import type { Result } from '../../../shared/base/index.ts'
import type { JsonFile } from '../port.ts'

/** An adapter that throws instead of answering that there is nothing. */
interface WholeAdapter<T> extends Adapter<T> {
  read: () => Promise<T>
}

type Change<T> = (value: T) => Result<{ readonly value: T; readonly result: unknown }>

interface Waiting<T> {
  readonly change: Change<T>
  readonly resolve: (answer: Result<unknown>) => void
  readonly reject: (error: unknown) => void
}

/**
 * One JSON document under lowdb. Changes that come while a write is on its way gather and share the next one; each is answered
 * only after the sync that covers it. What is in memory is always what is on disk.
 */
export class EmbeddedJsonFile<T> implements JsonFile<T> {
  readonly #low: Low<T>
  readonly #onFailure: (error: unknown) => void
  #settled: T
  #gathering: Waiting<T>[] = []
  #running: Promise<void> | null = null
  #closed = false

  private constructor(low: Low<T>, onFailure: (error: unknown) => void) {
    this.#low = low
    this.#settled = low.data
    this.#onFailure = onFailure
  }

  /** Opens the file; throws when it is missing or damaged. */
  static async open<T>(adapter: WholeAdapter<T>, onFailure: (error: unknown) => void): Promise<EmbeddedJsonFile<T>> {
    return new EmbeddedJsonFile(new Low<T>(adapter, await adapter.read()), onFailure)
  }

  /** Makes the file with its first value. */
  static async create<T>(adapter: Adapter<T>, value: T, onFailure: (error: unknown) => void): Promise<EmbeddedJsonFile<T>> {
    const file = new EmbeddedJsonFile(new Low(adapter, value), onFailure)
    await file.#write(value)
    return file
  }

  get value(): T {
    return this.#settled
  }

  update<R>(change: (value: T) => Result<{ readonly value: T; readonly result: R }>): Promise<Result<R>> {
    // The folder's lock is given back when storage closes: a write after that could fall on another process's file.
    if (this.#closed) return Promise.reject(new Error('Storage is closed'))
    return new Promise((resolve, reject) => {
      this.#gathering.push({
        change,
        // The answer is made from this very change's own result, so its type is R.
        resolve: (answer) => resolve(answer as Result<R>),
        reject,
      })
      this.#running ??= this.#run()
    })
  }

  /** Accepts nothing more; resolves when what was accepted is written. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#gathering.length > 0) {
      const members = this.#gathering
      this.#gathering = []
      await this.#settle(members)
    }
    // In the same breath as the look at the row: a change that comes between the two would wait for ever.
    this.#running = null
  }

  async #settle(members: readonly Waiting<T>[]): Promise<void> {
    let next = this.#settled
    const answers: (() => void)[] = []
    for (const { change, resolve, reject } of members) {
      try {
        const made = change(next)
        if (made.ok) next = made.value.value
        answers.push(() => resolve(made.ok ? { ok: true, value: made.value.result } : made))
      } catch (error) {
        answers.push(() => reject(error))
      }
    }
    try {
      if (next !== this.#settled) await this.#write(next)
    } catch (error) {
      // A refusal too may have rested on a change that is now void, so nobody gets an answer made from it.
      for (const member of members) member.reject(new Error('A change could not be stored', { cause: error }))
      return
    }
    for (const answer of answers) answer()
  }

  async #write(next: T): Promise<void> {
    try {
      // Only what JSON keeps: memory must not know more than the next start will read.
      this.#low.data = JSON.parse(JSON.stringify(next)) as T
      await this.#low.write()
      this.#settled = this.#low.data
    } catch (error) {
      this.#low.data = this.#settled
      this.#onFailure(error)
      throw error
    }
  }
}
