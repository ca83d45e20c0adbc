import type { Phase } from '../../../shared/record/index.ts'

/** Why the floor cannot be requested here and now. */
export type Off = 'line' | 'notYet' | 'after' | 'closedToObservers' | 'listClosed' | 'role'

export interface AskingFacts {
  readonly phase: Phase
  readonly mayAsk: boolean
  readonly isLive: boolean
  /** The meeting or the current item is closed to observers, and this is one. */
  readonly isClosedHere: boolean
  readonly isListOpen: boolean
}

/** The first thing in the way of a statement, or null. Where it is only the closed list, a point of order still goes through. */
export function whyOff({ phase, mayAsk, isLive, isClosedHere, isListOpen }: AskingFacts): Off | null {
  if (phase === 'planned') return 'notYet'
  if (phase !== 'inSession' && phase !== 'suspended') return 'after'
  if (isClosedHere) return 'closedToObservers'
  if (!mayAsk) return 'role'
  if (!isLive) return 'line'
  return isListOpen ? null : 'listClosed'
}
