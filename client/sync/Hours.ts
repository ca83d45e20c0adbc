import type { Millis } from '../../shared/base/index.ts'
import { Seconds } from './Seconds.ts'
import { ServerClock, type ServerClockParts } from './ServerClock.ts'
import type { Readable } from './Signal.ts'

/** The server's hour in one meeting: to the millisecond for reckoning, by the second for clocks on the screen. */
export class Hours {
  readonly #clock: ServerClock
  readonly #seconds: Seconds

  constructor(parts: ServerClockParts) {
    this.#clock = new ServerClock(parts)
    this.#seconds = new Seconds({ ...parts, clock: this.#clock })
  }

  get clock(): Pick<ServerClock, 'now' | 'hear' | 'live' | 'errorMs'> {
    return this.#clock
  }

  get seconds(): Readable<Millis> {
    return this.#seconds
  }

  close(): void {
    this.#seconds.close()
    this.#clock.close()
  }
}
