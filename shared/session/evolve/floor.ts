import type { CommandId, Millis } from '../../base/index.ts'
import { type Intervention, withoutSpeaker } from '../../record/index.ts'
import { elapsedMs } from '../elapsedMs.ts'
import type { Floor, FloorRequest, SessionState, Speaking } from '../state.ts'
import type { EventOf } from './eventOf.ts'

/** At the end of its item's list; a point of order after the points of order and before all others. */
export function addRequest(state: SessionState, request: FloorRequest): SessionState {
  return changeFloor(state, { requests: insert(state.floor.requests, request, null) })
}

/** Off the list. */
export function removeRequest(state: SessionState, id: CommandId): SessionState {
  const requests = without(state.floor.requests, id)
  return requests.length === state.floor.requests.length ? state : changeFloor(state, { requests })
}

/** From the list to the floor. */
export function giveFloor(state: SessionState, { request: id, at }: EventOf<'floor.given'>): SessionState {
  const request = state.floor.requests.find((one) => one.id === id)
  if (request === undefined) return state
  const speaking: Speaking = { request, since: at, usedMs: 0, extraMinutes: 0, runningSince: at, paused: false }
  return changeFloor(state, { speaking, requests: without(state.floor.requests, id) })
}

/** The turn is over and kept as far as the attribution rule lets it be: whole, by type of delegation, or not at all. */
export function endTurn(state: SessionState, at: Millis): SessionState {
  const { speaking } = state.floor
  if (speaking === null) return state
  const ended = changeFloor(state, { speaking: null })
  const { attribution } = state.head
  if (attribution === 'none') return ended
  const turn = turnOf(speaking, at)
  return { ...ended, interventions: [...state.interventions, attribution === 'named' ? turn : withoutSpeaker(turn)] }
}

/** Before another of the same list, or at its end. */
export function moveRequest(state: SessionState, { request: id, before }: EventOf<'floor.moved'>): SessionState {
  const request = state.floor.requests.find((one) => one.id === id)
  if (request === undefined || id === before) return state
  return changeFloor(state, { requests: insert(without(state.floor.requests, id), request, before) })
}

/** The list of an item, open or closed. */
export function changeList(state: SessionState, { list, open }: EventOf<'list.changed'>): SessionState {
  const others = state.floor.closedLists.filter((one) => one !== list)
  return changeFloor(state, { closedLists: open ? others : [...others, list] })
}

function turnOf({ request, since, ...clock }: Speaking, at: Millis): Intervention {
  const { id, item, speaker, intervention, onBehalfOf, asObserver } = request
  const ms = clock.usedMs + elapsedMs(clock, at)
  return { id, item, speaker, type: speaker.type, intervention, onBehalfOf, asObserver, startedAt: since, ms }
}

/**
 * Puts a request where it is wanted, kept within its half of its item's list: points of order first, all others behind
 * them. The lists of other items lie between and do not matter.
 */
function insert(requests: readonly FloorRequest[], request: FloorRequest, before: CommandId | null): readonly FloorRequest[] {
  const isOrder = request.intervention === 'pointOfOrder'
  const sameList = requests.filter((one) => one.item === request.item)
  const orders = sameList.filter((one) => one.intervention === 'pointOfOrder').length
  const wanted = sameList.findIndex((one) => one.id === before)
  const at = wanted === -1 ? sameList.length : wanted
  const place = isOrder ? Math.min(at, orders) : Math.max(at, orders)
  const behind = sameList[place]
  const index = behind === undefined ? requests.length : requests.indexOf(behind)
  return [...requests.slice(0, index), request, ...requests.slice(index)]
}

function without(requests: readonly FloorRequest[], id: CommandId): readonly FloorRequest[] {
  return requests.filter((one) => one.id !== id)
}

function changeFloor(state: SessionState, change: Partial<Floor>): SessionState {
  return { ...state, floor: { ...state.floor, ...change } }
}
