import type { Refusal } from '../../shared/base/index.ts'
import type { Answer } from '../../shared/protocol/index.ts'
import type { Batch, Outbox } from './Outbox.ts'

interface SenderParts {
  readonly outbox: Outbox
  readonly isLive: () => boolean
  /** Sends one update; null when the line went before the answer came. */
  readonly send: (batch: Batch) => Promise<Answer<unknown> | null>
  /** The record does not take these words. Settles when they are safe elsewhere. */
  readonly refused: (batch: Batch, refusal: Refusal) => Promise<void>
  /** The server wants the meeting to be entered anew, or will not have us: not the words' fault. */
  readonly sentAway: (refusal: Refusal) => void
  readonly random: () => number
}

/** Refusals that are about the moment and not about the words. */
const later: ReadonlySet<string> = new Set(['tooMany', 'notSaving', 'internal', 'stale'])
/** Refusals that are about the line or the person: the words stay in the outbox. */
const away: ReadonlySet<string> = new Set([
  'rightsChanged',
  'restarting',
  'unauthenticated',
  'notFound',
  'ended',
  'otherEpoch',
  'outdated',
])
const laterMs = 1500

/** Sends the outbox, one message after the other: the next goes when the last is answered, so nothing can overtake a refusal. */
export class Sender {
  readonly #parts: SenderParts
  #sending = false
  #closed = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(parts: SenderParts) {
    this.#parts = parts
  }

  /** Something waits, or the line is up: go on. */
  wake(): void {
    if (this.#sending || this.#closed || this.#timer !== null) return
    void this.#run()
  }

  close(): void {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  async #run(): Promise<void> {
    this.#sending = true
    try {
      while (!this.#closed && this.#parts.isLive()) {
        const batch = this.#parts.outbox.next()
        if (batch === null) return
        const answer = await this.#parts.send(batch)
        if (answer === null) return
        if (answer.ok) void this.#parts.outbox.settled(batch)
        else if (later.has(answer.refusal.code)) return this.#rest()
        else if (away.has(answer.refusal.code)) return this.#parts.sentAway(answer.refusal)
        else await this.#parts.refused(batch, answer.refusal)
      }
    } finally {
      this.#sending = false
    }
  }

  #rest(): void {
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        this.wake()
      },
      laterMs * (0.5 + this.#parts.random()),
    )
  }
}
