import { own } from '../own.ts'
import type { SessionState } from '../state.ts'
import type { EventOf } from './eventOf.ts'

/** The new standing; every change of it is kept. */
export function changeStanding(state: SessionState, { outcome, fixing }: EventOf<'standing.changed'>): SessionState {
  const earlier = own(state.fixings, outcome) ?? []
  return {
    ...state,
    standings: { ...state.standings, [outcome]: fixing.standing },
    fixings: { ...state.fixings, [outcome]: [...earlier, fixing] },
  }
}
