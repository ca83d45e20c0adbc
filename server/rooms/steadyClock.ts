import type { Millis } from '../../shared/base/index.ts'
import type { Clock } from '../base/index.ts'

/** The wall clock may differ by so much from what has passed since, without having been set. */
const toleranceMs = 1_000
/** A clock that was set forward is believed when it has stayed there so long. */
const believeAfterMs = 10 * 60_000

/**
 * A clock whose hour no step of the machine's clock brings forward: set back it is believed at once, set forward only when it
 * stays so. A deadline that silence decides by must not come early because somebody set a clock for a moment (RELIABILITY C8).
 */
export function steadyClock(clock: Clock): Clock {
  const offsetNow = () => clock.now() - clock.monotonicMs()
  let offset = offsetNow()
  let aheadSinceMs: number | null = null
  return {
    ...bound(clock),
    now: () => {
      const seen = offsetNow()
      const monotonicMs = clock.monotonicMs()
      if (seen <= offset + toleranceMs) {
        offset = seen
        aheadSinceMs = null
      } else {
        aheadSinceMs ??= monotonicMs
        if (monotonicMs - aheadSinceMs >= believeAfterMs) {
          offset = seen
          aheadSinceMs = null
        }
      }
      // Milliseconds since 1970, put together again from what was taken apart.
      return Math.round(offset + monotonicMs) as Millis
    },
  }
}

function bound(clock: Clock): Omit<Clock, 'now'> {
  return {
    monotonicMs: () => clock.monotonicMs(),
    after: (delayMs, run) => clock.after(delayMs, run),
    every: (periodMs, run) => clock.every(periodMs, run),
  }
}
