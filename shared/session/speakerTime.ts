import type { Millis } from '../base/index.ts'
import { elapsedMs } from './elapsedMs.ts'
import type { SessionState } from './state.ts'

const minuteMs = 60_000

/** Time of whoever has the floor: used so far and allowed (null: no limit); null when nobody speaks. */
export function speakerTime(
  { floor }: Pick<SessionState, 'floor'>,
  now: Millis,
): { readonly usedMs: number; readonly allowedMs: number | null } | null {
  const { speaking, limitMinutes } = floor
  if (speaking === null) return null
  return {
    usedMs: speaking.usedMs + elapsedMs(speaking, now),
    allowedMs: limitMinutes === null ? null : Math.max(0, (limitMinutes + speaking.extraMinutes) * minuteMs),
  }
}
