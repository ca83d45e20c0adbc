import { proceedingOf } from '../agenda.ts'
import { elapsedMs } from '../elapsedMs.ts'
import type { SessionState, Speaking } from '../state.ts'
import type { EventOf } from './eventOf.ts'
import { bankItemTime, setProceeding } from './items.ts'

/** The clock stands; what it has run is kept. */
export function stopClock(state: SessionState, { of, at, paused }: EventOf<'clock.stopped'>): SessionState {
  const stopped = { runningSince: null, paused }
  if (of === 'item') return { ...bankItemTime(state, at), clock: stopped }
  return changeSpeaking(state, (speaking) => ({
    ...speaking,
    ...stopped,
    usedMs: speaking.usedMs + elapsedMs(speaking, at),
  }))
}

/** The clock runs. */
export function startClock(state: SessionState, { of, at }: EventOf<'clock.started'>): SessionState {
  const running = { runningSince: at, paused: false }
  if (of === 'item') return { ...bankItemTime(state, at), clock: running }
  return changeSpeaking(state, (speaking) => ({
    ...speaking,
    ...running,
    usedMs: speaking.usedMs + elapsedMs(speaking, at),
  }))
}

/** More time, or less. */
export function addTime(state: SessionState, { of, minutes }: EventOf<'time.added'>): SessionState {
  if (of === 'speaker') {
    return changeSpeaking(state, (speaking) => ({ ...speaking, extraMinutes: speaking.extraMinutes + minutes }))
  }
  if (state.current === null) return state
  const extraMinutes = (proceedingOf(state, state.current)?.extraMinutes ?? 0) + minutes
  return setProceeding(state, state.current, { extraMinutes })
}

function changeSpeaking(state: SessionState, change: (speaking: Speaking) => Speaking): SessionState {
  const { floor } = state
  return floor.speaking === null ? state : { ...state, floor: { ...floor, speaking: change(floor.speaking) } }
}
