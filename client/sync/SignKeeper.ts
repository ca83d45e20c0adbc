import { type Readable, Signal } from './Signal.ts'
import { type OutboxFacts, quietMs, type SavedSign, savedSign } from './savedSign.ts'

/** Keeps the saved sign true: looks again when the outbox or the line changes, and when a quiet second is over. */
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
    if (facts.live && facts.waiting > 0 && facts.oldestMs < quietMs) {
      this.#timer = setTimeout(() => this.look(), quietMs - facts.oldestMs)
    }
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}

function sameSign(a: SavedSign, b: SavedSign): boolean {
  return a.kind === b.kind && ('changes' in a ? a.changes : 0) === ('changes' in b ? b.changes : 0)
}
