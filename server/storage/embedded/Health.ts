import type { Clock, Log } from '../../base/index.ts'
import type { StorageHealth } from '../port.ts'

const probePeriodMs = 1000
/** A disk that takes longer than this for one write is told as late: a sync usually takes milliseconds (O4). */
const lateMs = 2000

/** Knows whether writes succeed. After a failure it asks the probe every second until that succeeds. */
export class Health {
  readonly #clock: Clock
  readonly #log: Log
  readonly #probe: () => Promise<void>
  readonly #listeners = new Set<(saving: boolean) => void>()
  #reason: string | null = null
  #stopTimer: (() => void) | null = null
  #probing: Promise<void> | null = null
  #closed = false
  /** When each write that is on its way was begun. */
  readonly #begun = new Map<object, number>()

  constructor(options: { readonly clock: Clock; readonly log: Log; readonly probe: () => Promise<void> }) {
    this.#clock = options.clock
    this.#log = options.log
    this.#probe = options.probe
  }

  /** The state as the port tells it. */
  read(): StorageHealth {
    return { saving: this.#reason === null, reason: this.#reason, late: this.#isLate() }
  }

  /** Lets a write take place under watch. A disk may hang for minutes before it fails, or never fail. */
  async watch<T>(write: () => Promise<T>): Promise<T> {
    const mark = {}
    this.#begun.set(mark, this.#clock.monotonicMs())
    try {
      return await write()
    } finally {
      this.#begun.delete(mark)
    }
  }

  /** Called on each change of `saving`; returns the undoing. */
  listen(listener: (saving: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A write failed. Told and logged once, not at each failure. */
  failed(error: unknown): void {
    const known = this.#reason !== null
    this.#reason = reasonOf(error)
    if (known || this.#closed) return
    this.#log.error({ reason: this.#reason, err: error }, 'storage does not save')
    this.#stopTimer = this.#clock.every(probePeriodMs, () => this.#tryAgain())
    this.#tell(false)
  }

  /** Ends the probing. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopTimer?.()
    await this.#probing
  }

  #isLate(): boolean {
    const now = this.#clock.monotonicMs()
    for (const begun of this.#begun.values()) if (now - begun > lateMs) return true
    return false
  }

  #tryAgain(): void {
    // A slow disk may take longer than the period: never two probes at once.
    this.#probing ??= this.#ask().finally(() => {
      this.#probing = null
    })
  }

  async #ask(): Promise<void> {
    try {
      await this.#probe()
    } catch (error) {
      this.#reason = reasonOf(error)
      return
    }
    this.#reason = null
    this.#stopTimer?.()
    this.#log.info('storage saves again')
    if (!this.#closed) this.#tell(true)
  }

  #tell(saving: boolean): void {
    for (const listener of this.#listeners) listener(saving)
  }
}

const spoken = [
  ['No space left on device', 'ENOSPC'],
  ['Disk quota exceeded', 'EDQUOT'],
  ['Read-only file system', 'EROFS'],
  ['Input/output error', 'EIO'],
  ['Too many open files', 'EMFILE'],
] as const

/** The innermost error code (`ENOSPC`); never a message, which may hold a path. LevelDB gives the cause only in words. */
function reasonOf(error: unknown): string {
  let code = 'write failed'
  for (let at = error; at instanceof Error; at = at.cause) {
    const { message } = at
    if ('code' in at && typeof at.code === 'string') code = at.code
    code = spoken.find(([words]) => message.includes(words))?.[1] ?? code
  }
  return code
}
