import type { RunningClock, SessionState } from './state.ts'

/** A clock is there while an item is open, or somebody has the floor. */
export type ClockState = 'none' | 'running' | 'stopped' | 'paused'

/** How the clock of the item, or of whoever speaks, stands. `paused` is by hand, `stopped` because the meeting is suspended. */
export function clockState({ current, clock, floor }: SessionState, of: 'item' | 'speaker'): ClockState {
  const one: RunningClock | null = of === 'speaker' ? floor.speaking : current === null ? null : clock
  if (one === null) return 'none'
  if (one.runningSince !== null) return 'running'
  return one.paused ? 'paused' : 'stopped'
}
