import type { Millis } from '../../shared/base/index.ts'

/** The only source of time: handed in, so that a test can be the one who lets it pass. */
export interface Clock {
  /** Wall time. May jump when the machine's clock is set: never measure a span with it. */
  now(): Millis
  /** Milliseconds since some moment in the past; never goes back. For spans, timers and budgets. */
  monotonicMs(): number
  /** Runs once after so many milliseconds; returns the undoing. */
  after(delayMs: number, run: () => void): () => void
  /** Runs again and again, first after one period; returns the undoing. */
  every(periodMs: number, run: () => void): () => void
}

/** The machine's own clock. Its timers do not keep the process alive. */
export function systemClock(): Clock {
  return {
    // Date.now() is milliseconds since 1970, which is what the brand says.
    now: () => Date.now() as Millis,
    monotonicMs: () => performance.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      timer.unref()
      return () => clearTimeout(timer)
    },
    every(periodMs, run) {
      const timer = setInterval(run, periodMs)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
