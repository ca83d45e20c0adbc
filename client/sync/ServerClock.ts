import type { Millis } from '../../shared/base/index.ts'
import type { LocalClocks, PageSight } from './LocalClocks.ts'
import { boundsOf, errorOf, narrowed, type OffsetBounds, offsetOf } from './OffsetBounds.ts'
import { type Readable, Signal } from './Signal.ts'

export interface ServerClockParts {
  readonly clocks: LocalClocks
  readonly page: PageSight
  /** Asks the server for its hour; null when there was no answer. */
  readonly ask: () => Promise<number | null>
}

interface LocalStand {
  readonly wall: number
  readonly steady: number
}

/** Wall and steady clock may part by this much since the hour was last made sure; more means sleep, or a clock that was set. */
const jumpMs = 500
const measureEveryMs = 60_000
/** As long as the hour is not known this well it is asked for sooner. */
const wellKnownMs = 500
const unsureEveryMs = 10_000
const asksAtOnce = 5
/** Good enough to stop asking. */
const preciseMs = 40

/**
 * The server's hour on this device. The device's own hour is never believed, only how time passes on it; where even that is in doubt
 * (sleep, a clock that was set) the server is asked again.
 */
export class ServerClock {
  readonly #parts: ServerClockParts
  /** Tells whoever draws clocks that the reckoning has changed. */
  readonly #turns = new Signal(0)
  readonly #stop: () => void
  #bounds: OffsetBounds | null = null
  #offset: number
  /** Where the two local clocks stood when the hour was last made sure, or guessed. */
  #seen: LocalStand
  #measuring = false
  #again: (() => void) | null = null
  #isLive = false

  constructor(parts: ServerClockParts) {
    this.#parts = parts
    this.#seen = this.#stand()
    // Nothing heard yet: the device's hour is all there is.
    this.#offset = this.#seen.wall - this.#seen.steady
    this.#stop = parts.page.onShown(() => {
      this.look()
      this.measure()
    })
  }

  /** Grows whenever the hour was set right. */
  get turns(): Readable<number> {
    return this.#turns
  }

  /** How wrong `now` can be, in ms; null as long as nobody can say. */
  get errorMs(): number | null {
    if (this.#bounds === null || Math.abs(this.#jump()) > jumpMs) return null
    const error = errorOf(this.#bounds, this.#parts.clocks.steady())
    return Number.isFinite(error) ? error : null
  }

  /** The hour at the server. */
  now(): Millis {
    // Server time by construction, as the brand says.
    return Math.round(this.#parts.clocks.steady() + this.#offset + this.#slept()) as Millis
  }

  /** The server told its hour; `askedAt` is steady time, null when it was told unasked. */
  hear(server: number, askedAt: number | null = null): void {
    this.look()
    const heard = boundsOf({ server, askedAt, heardAt: this.#parts.clocks.steady() })
    const bounds = narrowed(this.#bounds, heard)
    const offset = offsetOf(bounds)
    const moved = Math.abs(offset - this.#offset)
    this.#bounds = bounds
    this.#offset = offset
    if (askedAt !== null) this.#seen = this.#stand()
    if (moved >= 1) this.#turn()
  }

  /** Compares the two local clocks; after a jump the hour is a guess until the server has been asked. */
  look(): void {
    if (Math.abs(this.#jump()) <= jumpMs) return
    const slept = this.#slept()
    this.#seen = this.#stand()
    this.#bounds = null
    this.#offset += slept
    if (slept > 0) this.#turn()
    this.measure()
  }

  /** The line is up: the hour can be asked for. */
  live(isLive: boolean): void {
    this.#isLive = isLive
    if (isLive) this.measure()
  }

  /** Asks for the hour a few times and lets the quickest answers count. */
  measure(): void {
    if (this.#measuring || !this.#isLive) return
    this.#again?.()
    this.#again = null
    void this.#measure()
  }

  close(): void {
    this.#isLive = false
    this.#again?.()
    this.#stop()
  }

  async #measure(): Promise<void> {
    const { clocks, ask } = this.#parts
    this.#measuring = true
    try {
      for (let asked = 0; asked < asksAtOnce && this.#isLive; asked += 1) {
        const before = this.#stand()
        const server = await ask()
        if (server === null) break
        const passed = clocks.steady() - before.steady
        // Slept between question and answer: the answer says nothing about now.
        if (Math.abs(clocks.wall() - before.wall - passed) <= jumpMs) this.hear(server, before.steady)
        else this.look()
        if ((this.errorMs ?? Number.POSITIVE_INFINITY) <= preciseMs) break
      }
    } finally {
      this.#measuring = false
    }
    this.#later()
  }

  #later(): void {
    if (!this.#isLive) return
    const { clocks, page } = this.#parts
    const isSure = (this.errorMs ?? Number.POSITIVE_INFINITY) <= wellKnownMs
    this.#again?.()
    this.#again = clocks.after(isSure ? measureEveryMs : unsureEveryMs, () => {
      this.#again = null
      this.look()
      // Nobody looks: it is asked again when the page is seen.
      if (!page.isHidden()) this.measure()
    })
  }

  /** How much further the wall clock has gone than the steady one. */
  #jump(): number {
    const { wall, steady } = this.#stand()
    return wall - this.#seen.wall - (steady - this.#seen.steady)
  }

  /** Time that passed by the wall clock while the steady one stood still. A wall clock that was set back means nothing. */
  #slept(): number {
    const jump = this.#jump()
    return jump > jumpMs ? jump : 0
  }

  #stand(): LocalStand {
    const { clocks } = this.#parts
    return { wall: clocks.wall(), steady: clocks.steady() }
  }

  #turn(): void {
    this.#turns.set(this.#turns.get() + 1)
  }
}
