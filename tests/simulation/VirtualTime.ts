import type { Clock } from '../../server/base/index.ts'
import type { Millis } from '../../shared/base/index.ts'
import { realRound, setVirtual } from './virtualGlobals.ts'

/** Monday, 2 March 2026, nine o'clock. */
const startsAt = Date.parse('2026-03-02T09:00:00Z')

/** A timer as the libraries know it: can be told again, and does not keep a process alive. */
class VirtualTimer {
  readonly isVirtual = true
  dueMs = 0
  number = 0

  constructor(
    private readonly time: VirtualTime,
    readonly delayMs: number,
    readonly periodMs: number | null,
    readonly run: () => void,
  ) {}

  refresh(): this {
    this.time.arm(this)
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
  close(): void {
    this.time.callOff(this)
  }
}

/** Time and chance of one run: passes only when asked to, and whatever falls due comes in one order, the same each time. */
export class VirtualTime {
  #nowMs = 0
  #number = 0
  #armed: VirtualTimer[] = []
  #soon: (() => void)[] = []

  constructor(readonly random: () => number) {}

  /** Takes the place of the machine's clocks until `release`. */
  take(): void {
    setVirtual({
      wall: () => startsAt + this.#nowMs,
      steady: () => this.#nowMs,
      random: this.random,
      after: (delayMs, run, periodMs) => this.arm(new VirtualTimer(this, Math.max(1, delayMs), periodMs, run)),
      callOff: (timer) => this.callOff(timer),
      soon: (run) => {
        this.#soon.push(run)
        return { isVirtual: true }
      },
    })
  }

  /** Over: whoever of this run still sets a timer waits for ever, and reaches into no other run. */
  release(): void {
    this.#armed = []
    this.#soon = []
    setVirtual(null)
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** The clock of a server; once its process is gone none of its timers runs any more. */
  clock(isAlive: () => boolean): Clock {
    const guarded = (run: () => void) => () => {
      if (isAlive()) run()
    }
    return {
      now: () => (startsAt + this.#nowMs) as Millis, // milliseconds since 1970, as the brand says
      monotonicMs: () => this.#nowMs,
      after: (delayMs, run) => this.#calledOff(Math.max(0, delayMs), null, guarded(run)),
      every: (periodMs, run) => this.#calledOff(periodMs, periodMs, guarded(run)),
    }
  }

  arm(timer: VirtualTimer): VirtualTimer {
    this.callOff(timer)
    timer.dueMs = this.#nowMs + timer.delayMs
    timer.number = this.#number++
    this.#armed.push(timer)
    return timer
  }

  callOff(timer: unknown): void {
    const at = this.#armed.indexOf(timer as VirtualTimer) // what is none is not in there
    if (at >= 0) this.#armed.splice(at, 1)
  }

  /** After so long, in the row of everything else. */
  after(delayMs: number, run: () => void): void {
    this.arm(new VirtualTimer(this, delayMs, null, run))
  }

  /** Resolves after so long. */
  passed(delayMs: number): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve))
  }

  /** Lets time pass; what falls due runs in order, each with all that follows from it at once. */
  async advance(spanMs: number): Promise<void> {
    const endMs = this.#nowMs + spanMs
    await this.settle()
    for (let next = this.#next(endMs); next !== null; next = this.#next(endMs)) {
      this.#nowMs = Math.max(this.#nowMs, next.dueMs)
      this.callOff(next)
      if (next.periodMs !== null) {
        next.dueMs = this.#nowMs + next.periodMs
        next.number = this.#number++
        this.#armed.push(next)
      }
      next.run()
      await this.settle()
    }
    this.#nowMs = endMs
  }

  /** Everything that only waited for its turn has had it. */
  async settle(): Promise<void> {
    for (;;) {
      await realRound()
      if (this.#soon.length === 0) return
      // Between two of these the machine empties its queue of promises.
      this.#soon.shift()?.()
    }
  }

  #next(endMs: number): VirtualTimer | null {
    let found: VirtualTimer | null = null
    for (const timer of this.#armed) {
      if (timer.dueMs > endMs) continue
      if (found === null || timer.dueMs < found.dueMs || (timer.dueMs === found.dueMs && timer.number < found.number))
        found = timer
    }
    return found
  }

  #calledOff(delayMs: number, periodMs: number | null, run: () => void): () => void {
    const timer = this.arm(new VirtualTimer(this, delayMs, periodMs, run))
    return () => this.callOff(timer)
  }
}
