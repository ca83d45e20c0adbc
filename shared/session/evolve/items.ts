import type { ItemId, Millis } from '../../base/index.ts'
import type { Proceeding } from '../../record/index.ts'
import { proceedingOf } from '../agenda.ts'
import { elapsedMs } from '../elapsedMs.ts'
import type { SessionState } from '../state.ts'
import type { EventOf } from './eventOf.ts'

const untouched: Proceeding = { progress: 'begun', openedAt: null, closedAt: null, usedMs: 0, extraMinutes: 0 }

/** The item is the current one and its clock runs. */
export function openItem(state: SessionState, { item, at }: EventOf<'item.opened'>): SessionState {
  const left = leaveItem(state, at)
  const openedAt = proceedingOf(state, item)?.openedAt ?? at
  const opened = setProceeding(left, item, { progress: 'begun', openedAt, closedAt: null })
  return { ...opened, current: item, clock: { runningSince: at, paused: false } }
}

/** Nothing is open; the time is kept. */
export function leaveItem(state: SessionState, at: Millis): SessionState {
  if (state.current === null) return state
  return { ...bankItemTime(state, at), current: null, clock: { runningSince: null, paused: false } }
}

/** Closed, now. */
export function closeItem(state: SessionState, { item, at }: EventOf<'item.closed'>): SessionState {
  return setProceeding(state, item, { progress: 'closed', closedAt: at })
}

/** Passed over from now on. */
export function putOffItem(state: SessionState, item: ItemId): SessionState {
  return setProceeding(state, item, { progress: 'putOff', closedAt: null })
}

/** Neither closed nor put off: begun if it ever was, else as if nothing had been said of it. */
export function reopenItem(state: SessionState, item: ItemId): SessionState {
  const proceeding = proceedingOf(state, item)
  if (proceeding === undefined) return state
  if (proceeding.openedAt !== null) return setProceeding(state, item, { progress: 'begun', closedAt: null })
  const others = Object.entries(state.proceedings).filter(([id]) => id !== item)
  return { ...state, proceedings: Object.fromEntries(others) }
}

/** Adds what the current item's clock has run to its used time. The clock itself is the caller's to set. */
export function bankItemTime(state: SessionState, at: Millis): SessionState {
  const ms = elapsedMs(state.clock, at)
  if (state.current === null || ms === 0) return state
  const usedMs = (proceedingOf(state, state.current)?.usedMs ?? 0) + ms
  return setProceeding(state, state.current, { usedMs })
}

/** Changes what became of an item. */
export function setProceeding(state: SessionState, item: ItemId, change: Partial<Proceeding>): SessionState {
  const next = { ...(proceedingOf(state, item) ?? untouched), ...change }
  return { ...state, proceedings: { ...state.proceedings, [item]: next } }
}
