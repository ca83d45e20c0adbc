import type { ItemId, Millis } from '../base/index.ts'
import { proceedingOf } from './agenda.ts'
import { elapsedMs } from './elapsedMs.ts'
import type { SessionState } from './state.ts'

const minuteMs = 60_000

/** Time of one item: used so far, planned with what the chair added (null: nothing planned), and whether its clock runs. */
export function itemTime(
  session: Pick<SessionState, 'proceedings' | 'current' | 'clock'>,
  item: { readonly id: ItemId; readonly minutes: number | null },
  now: Millis,
): { readonly usedMs: number; readonly plannedMs: number | null; readonly isRunning: boolean } {
  const { usedMs = 0, extraMinutes = 0 } = proceedingOf(session, item.id) ?? {}
  const isCurrent = session.current === item.id
  const isPlanned = item.minutes !== null || extraMinutes !== 0
  return {
    usedMs: usedMs + (isCurrent ? elapsedMs(session.clock, now) : 0),
    plannedMs: isPlanned ? Math.max(0, ((item.minutes ?? 0) + extraMinutes) * minuteMs) : null,
    isRunning: isCurrent && session.clock.runningSince !== null,
  }
}
