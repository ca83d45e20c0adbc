import { type ActedBy, keepTraces, type MeetingHead, withoutName } from '../../record/index.ts'
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
  return attribution === 'named' ? kept : withoutNames(kept)
}

/** Nobody's name stands at what was read out, circulated or made a version. */
function withoutNames(state: SessionState): SessionState {
  const { reading, versions, circulation, circulated, adoption } = state
  return {
    ...state,
    reading: reading === null ? null : nameless(reading),
    versions: versions.map(nameless),
    circulation: circulation === null ? null : { ...circulation, moved: circulation.moved.map(nameless) },
    circulated: circulated.map((one) => ({
      ...one,
      moved: one.moved.map(nameless),
      endedBy: one.endedBy === null ? null : withoutName(one.endedBy),
    })),
    adoption: adoption === null ? null : nameless(adoption),
  }
}

function nameless<T extends { readonly actor: ActedBy | null }>(one: T): T {
  return one.actor === null || one.actor.name === null ? one : { ...one, actor: withoutName(one.actor) }
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
