import { type Readable, Signal } from './Signal.ts'
import { type OutboxFacts, pauseMs, quietMs, type SavedSign, savedSign } from './savedSign.ts'

/** Keeps the saved sign true: looks again when the outbox or the line changes, and when a second or a pause is over. */
export class SignKeeper {
  readonly #sign = new Signal<SavedSign>({ kind: 'saved' })
  readonly #facts: () => OutboxFacts
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(facts: () => OutboxFacts) {
    this.#facts = facts
  }

  get sign(): Readable<SavedSign> {
    return this.#sign
  }

  look(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const facts = this.#facts()
    const before = this.#sign.get()
    const sign = savedSign(before, facts)
    if (!sameSign(before, sign)) this.#sign.set(sign)
    const leftMs = facts.waiting > 0 ? quietMs - facts.oldestMs : pauseMs - facts.restMs
    if (sign.kind === 'sending') this.#timer = setTimeout(() => this.look(), Math.max(0, leftMs))
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}

function sameSign(a: SavedSign, b: SavedSign): boolean {
  return a.kind === b.kind && ('changes' in a ? a.changes : 0) === ('changes' in b ? b.changes : 0)
}
