import { keepTraces, type MeetingHead, withoutName } from '../../record/index.ts'
import type { SessionState } from '../state.ts'
import type { EventOf } from './eventOf.ts'

/** The next phase, with who and when. */
export function changePhase(state: SessionState, { phase, at, actor }: EventOf<'phase.changed'>): SessionState {
  return { ...state, phase, history: [...state.history, { phase, at, actor }] }
}

/** Nobody waits and nothing is read out or shown; who had checked in under a rule without names need not be known any more. */
export function clearRoom(state: SessionState): SessionState {
  const { floor, attending } = state
  return {
    ...state,
    floor: floor.requests.length === 0 ? floor : { ...floor, requests: [] },
    attending: attending.some(hasNameless)
      ? attending.map((entry) =>
          hasNameless(entry) ? { ...entry, delegates: entry.delegates.filter(({ name }) => name !== '') } : entry,
        )
      : attending,
    reading: null,
    shown: null,
  }
}

/** The new head. A tighter attribution rule takes from the state what it forbids; a looser one counts from now on. */
export function changeHead(state: SessionState, patch: Partial<MeetingHead>): SessionState {
  const next = { ...state, head: { ...state.head, ...patch } }
  const { attribution } = next.head
  if (attribution === state.head.attribution) return next
  const kept = keepTraces(next, attribution)
  if (attribution === 'named' || kept.reading === null) return kept
  return { ...kept, reading: { ...kept.reading, actor: withoutName(kept.reading.actor) } }
}

/** The meeting or an item, closed to observers or open to them again. */
export function changeObservers(state: SessionState, { item, closed }: EventOf<'observers.changed'>): SessionState {
  if (item === null) return { ...state, closed }
  const others = state.closedItems.filter((one) => one !== item)
  return { ...state, closedItems: closed ? [...others, item] : others }
}

function hasNameless({ delegates }: SessionState['attending'][number]): boolean {
  return delegates.some(({ name }) => name === '')
}
