import type { MeetingHead } from '../record/index.ts'
import { evolve } from './evolve.ts'
import type { SessionState } from './state.ts'

/** The session under a changed head. A tighter attribution rule removes what it forbids. The number is the caller's to raise. */
export function changeHead(state: SessionState, patch: Partial<MeetingHead>): SessionState {
  return evolve(state, { kind: 'head.changed', patch })
}
