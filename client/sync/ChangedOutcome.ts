import type { OutcomeId } from '../../shared/base/index.ts'
import type { MeetingRecord, OutcomeView } from '../../shared/record/index.ts'
import { type Readable, Signal } from './Signal.ts'

/** Which outcome's words changed last, as far as this page has seen; null before it has seen any change. */
export class ChangedOutcome {
  readonly #id = new Signal<OutcomeId | null>(null)
  readonly #record: Readable<MeetingRecord | null>
  readonly #stop: () => void
  #before: readonly OutcomeView[] | null

  constructor(record: Readable<MeetingRecord | null>) {
    this.#record = record
    this.#before = record.get()?.outcomes ?? null
    this.#stop = record.subscribe(() => this.#look())
  }

  get id(): Readable<OutcomeId | null> {
    return this.#id
  }

  close(): void {
    this.#stop()
  }

  #look(): void {
    const outcomes = this.#record.get()?.outcomes ?? null
    const before = this.#before
    this.#before = outcomes
    if (outcomes === null || before === null || outcomes === before) return
    const known = new Map(before.map((outcome) => [outcome.id, outcome]))
    const changed = outcomes.findLast((outcome) => !outcome.removed && hasNewWords(known.get(outcome.id), outcome))
    if (changed !== undefined) this.#id.set(changed.id)
  }
}

/** Views keep the identity of what did not change, so looking at it is enough. */
function hasNewWords(before: OutcomeView | undefined, now: OutcomeView): boolean {
  if (before === undefined) return true
  return (
    before.text !== now.text || before.qualifiers !== now.qualifiers || before.kind !== now.kind || before.actor !== now.actor
  )
}
