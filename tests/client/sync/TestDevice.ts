import type { LocalClocks, PageSight } from '../../../client/sync/LocalClocks.ts'

interface Timer {
  readonly dueMs: number
  readonly run: () => void
}

/**
 * A device whose time passes only when the test says so, and a line to a server whose hour is the true one. Asleep, the steady clock and
 * the timers stand still; the wall clock shows what somebody set.
 */
export class TestDevice implements LocalClocks, PageSight {
  /** The hour at the server. */
  truth: number
  /** The line: how long a message takes there and back; null when it is cut. */
  line: { readonly out: number; readonly back: number } | null = { out: 10, back: 10 }
  asked = 0
  /** By how much the device's clocks run fast, as a part of one. */
  readonly #drift: number
  readonly #timers = new Set<Timer>()
  readonly #shown = new Set<() => void>()
  #skew: number
  #steady = 5000
  #hidden = false

  constructor(options: { readonly truth?: number; readonly skew?: number; readonly drift?: number } = {}) {
    this.truth = options.truth ?? Date.UTC(2026, 10, 23, 14, 3, 0, 250)
    this.#skew = options.skew ?? 0
    this.#drift = options.drift ?? 0
  }

  readonly wall = (): number => this.truth + this.#skew
  readonly steady = (): number => this.#steady
  readonly isHidden = (): boolean => this.#hidden

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { dueMs: this.#steady + ms, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  readonly onShown = (run: () => void): (() => void) => {
    this.#shown.add(run)
    return () => this.#shown.delete(run)
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Asks the server for its hour over this device's line. */
  readonly ask = async (): Promise<number | null> => {
    this.asked += 1
    const { line } = this
    if (line === null) return null
    await this.#pass(line.out)
    const told = this.truth
    await this.#pass(line.back)
    return told
  }

  /** Time passes while the device is awake; what falls due is run in order. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#steady + ms
    await settled()
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0]
      if (next === undefined) break
      this.#timers.delete(next)
      this.#go(Math.max(0, next.dueMs - this.#steady))
      next.run()
      await settled()
    }
    this.#go(endMs - this.#steady)
    await settled()
  }

  /** The lid is shut for so long. */
  async sleep(ms: number): Promise<void> {
    this.truth += ms
    await settled()
  }

  /** Somebody sets the device's clock by so much. */
  setClock(byMs: number): void {
    this.#skew += byMs
  }

  /** The server's own clock is set by so much; the device's wall clock stays what it is. */
  setServer(byMs: number): void {
    this.truth += byMs
    this.#skew -= byMs
  }

  async hide(isHidden: boolean): Promise<void> {
    this.#hidden = isHidden
    if (!isHidden) for (const run of [...this.#shown]) run()
    await settled()
  }

  #go(steadyMs: number): void {
    const trueMs = steadyMs / (1 + this.#drift)
    this.#steady += steadyMs
    this.truth += trueMs
    // The wall clock runs like the steady one, beside the truth.
    this.#skew += steadyMs - trueMs
  }

  #pass(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve)
    })
  }
}

/** Everything that was only waiting for its turn has had it. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
