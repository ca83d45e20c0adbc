import type { Millis } from '../../shared/base/index.ts'
import type { LocalClocks, PageSight } from './LocalClocks.ts'
import type { ServerClock } from './ServerClock.ts'
import { type Readable, Signal } from './Signal.ts'

interface SecondsParts {
  readonly clock: ServerClock
  readonly clocks: LocalClocks
  readonly page: PageSight
}

/**
 * The server's hour as clocks on the screen show it: a new value at each full second of it, one ticker for all that listen. Silent while
 * nobody listens or can see the page.
 */
export class Seconds implements Readable<Millis> {
  readonly #parts: SecondsParts
  readonly #value: Signal<Millis>
  readonly #stops: readonly (() => void)[]
  #listeners = 0
  #next: (() => void) | null = null

  constructor(parts: SecondsParts) {
    this.#parts = parts
    this.#value = new Signal(this.#second())
    this.#stops = [parts.clock.turns.subscribe(() => this.#tick()), parts.page.onShown(() => this.#tick())]
  }

  readonly get = (): Millis => {
    // With listeners the value is the last tick's, so that all of a page shows one hour.
    if (this.#listeners === 0) this.#value.set(this.#second())
    return this.#value.get()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners += 1
    const stop = this.#value.subscribe(listener)
    if (this.#listeners === 1) this.#tick()
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      stop()
      this.#listeners -= 1
      if (this.#listeners === 0) this.#rest()
    }
  }

  close(): void {
    this.#rest()
    for (const stop of this.#stops) stop()
  }

  #tick(): void {
    this.#rest()
    if (this.#listeners === 0) return
    const { clock, clocks, page } = this.#parts
    if (page.isHidden()) return
    clock.look()
    this.#value.set(this.#second())
    // A listener may just have gone, or the clock turned and a tick been set meanwhile.
    if (this.#listeners === 0 || this.#next !== null) return
    // Timers of browsers may come a little early; then the next look follows at once.
    this.#next = clocks.after(1000 - (clock.now() % 1000), () => {
      this.#next = null
      this.#tick()
    })
  }

  #rest(): void {
    this.#next?.()
    this.#next = null
  }

  #second(): Millis {
    // A full second of server time.
    return (Math.floor(this.#parts.clock.now() / 1000) * 1000) as Millis
  }
}
