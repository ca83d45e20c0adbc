import type { Clock } from '../base/index.ts'

/** Telling that takes less than this is no burden: most rooms never rest. */
const lightMs = 1
/** So many times as long as it took to tell everybody, the room gathers what comes in: of its time a fifth goes into telling. */
const restForEach = 4
/** And never longer than nobody notices. */
const maxRestMs = 8

/**
 * The pace of a room's turns. Each turn costs a write for everybody in it, so where many listen, or the machine is short of time, a few
 * letters share a turn.
 */
export class Pace {
  private restsUntilMs = Number.NEGATIVE_INFINITY

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** How long the next turn has to wait still; 0 when it need not. */
  get leftMs(): number {
    return Math.max(0, this.restsUntilMs - this.clock.monotonicMs())
  }

  /** Runs the telling of a turn and sees how long it takes. */
  tell(telling: () => void): void {
    const beganMs = this.clock.monotonicMs()
    telling()
    const endedMs = this.clock.monotonicMs()
    const tookMs = endedMs - beganMs
    this.restsUntilMs = tookMs < lightMs ? endedMs : endedMs + Math.min(maxRestMs, tookMs * restForEach)
  }
}
