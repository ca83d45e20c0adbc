import type { Millis } from '../base/index.ts'
import type { RunningClock } from './state.ts'

/** How long the clock has been running since it was last started; never negative, also where the server's hour was put back. */
export function elapsedMs({ runningSince }: RunningClock, now: Millis): number {
  return runningSince === null ? 0 : Math.max(0, now - runningSince)
}
