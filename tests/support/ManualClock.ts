import type { Clock } from '../../server/base/index.ts'
import type { Millis } from '../../shared/base/index.ts'

interface Timer {
  dueMs: number
  readonly periodMs: number | null
  readonly run: () => void
}

/** Time that passes only when the test says so. */
export class ManualClock implements Clock {
  readonly #startMs: number
  readonly #timers = new Set<Timer>()
  #passedMs = 0
  #setMs = 0

  constructor(startsAt = '2026-03-02T09:00:00Z') {
    this.#startMs = Date.parse(startsAt)
  }

  now(): Millis {
    // Milliseconds since 1970, as the brand says.
    return (this.#startMs + this.#passedMs + this.#setMs) as Millis
  }

  /** Sets the wall clock forward or back, as somebody does to a machine: no time passes, and no timer knows. */
  step(spanMs: number): void {
    this.#setMs += spanMs
  }

  monotonicMs(): number {
    return this.#passedMs
  }

  after(delayMs: number, run: () => void): () => void {
    return this.#add({ dueMs: this.#passedMs + delayMs, periodMs: null, run })
  }

  every(periodMs: number, run: () => void): () => void {
    return this.#add({ dueMs: this.#passedMs + periodMs, periodMs, run })
  }

  /** How many timers wait: a part that was closed leaves none. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass and runs what falls due, in order. */
  advance(spanMs: number): void {
    const endMs = this.#passedMs + spanMs
    for (let timer = this.#next(endMs); timer !== undefined; timer = this.#next(endMs)) {
      this.#passedMs = Math.max(this.#passedMs, timer.dueMs)
      if (timer.periodMs === null) this.#timers.delete(timer)
      else timer.dueMs += timer.periodMs
      timer.run()
    }
    this.#passedMs = endMs
  }

  #next(endMs: number): Timer | undefined {
    return [...this.#timers].filter((timer) => timer.dueMs <= endMs).sort((one, other) => one.dueMs - other.dueMs)[0]
  }

  #add(timer: Timer): () => void {
    this.#timers.add(timer)
    return () => {
      this.#timers.delete(timer)
    }
  }
}
