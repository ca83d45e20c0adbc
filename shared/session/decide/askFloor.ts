import type { CommandId, Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import type { SpeakerName } from '../../record/index.ts'
import type { CommandOf } from '../commands.ts'
import { isListOpen, waiting } from '../floorList.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import type { FloorRequest } from '../state.ts'
import type { DelegationFacts } from '../surroundings.ts'
import { runsFloor } from './rights.ts'
import { type Decided, type Scene, yes } from './scene.ts'

/** Puts somebody on the list of the open item: oneself, or, for the chair, somebody else. */
export function askFloor(scene: Scene, command: CommandOf<'floor.ask'>): Decided {
  const { state, actor, around } = scene
  if (actor.role === 'observer' && isClosedToObservers(scene)) {
    return no('closedToObservers', 'This is closed to observers.')
  }
  const speaker = speakerOf(scene, command)
  if (!speaker.ok) return speaker
  const isForAnother = command.delegation !== undefined || command.name !== undefined
  const request: FloorRequest = {
    id: command.id,
    item: state.current,
    person: isForAnother ? null : actor.person,
    speaker: speaker.value,
    intervention: command.intervention,
    onBehalfOf: command.onBehalfOf ?? null,
    asObserver: !isForAnother && actor.role === 'observer',
    at: around.now,
  }
  const isOrder = command.intervention === 'pointOfOrder'
  if (!isOrder && !isListOpen(state) && !runsFloor(state, actor)) {
    return no('listClosed', "The speakers' list is closed; a point of order still goes through.")
  }
  if (isKnown(scene, command.id)) return no('alreadyOnList', 'This request has been made already.')
  const twin = waiting(state).find((one) => isSameSpeaker(one, request) && (one.intervention === 'pointOfOrder') === isOrder)
  if (twin !== undefined) return no('alreadyOnList', `${twin.speaker.name} is on the list already.`)
  if (state.floor.requests.length >= sessionLimits.waiting) return no('listFull', "The speakers' list is full.")
  return yes({ kind: 'floor.asked', request })
}

/** Whether a request of this id is, or was, in the room: the store applies a command once, and no id may ever stand twice. */
function isKnown({ state }: Scene, id: CommandId): boolean {
  const { requests, speaking } = state.floor
  const has = (one: { readonly id: CommandId }): boolean => one.id === id
  return speaking?.request.id === id || requests.some(has) || state.interventions.some(has)
}

/** Whether what is going on now is closed to observers: the meeting, the open item, or the one it is a part of. */
function isClosedToObservers({ state, around }: Scene): boolean {
  if (state.closed) return true
  const parent = around.items.find((item) => item.id === state.current)?.parent ?? null
  return state.closedItems.some((closed) => closed === state.current || closed === parent)
}

function speakerOf({ actor, around }: Scene, { delegation, name }: CommandOf<'floor.ask'>): Result<SpeakerName> {
  if (delegation !== undefined && name !== undefined) return no('forOneOnly', 'Enter a delegation or a name, not both.')
  if (name !== undefined) return ok(personNamed(name))
  if (delegation === undefined) return ok(actor.delegation === null ? personNamed(actor.name) : delegationNamed(actor.delegation))
  const found = around.delegation(delegation)
  return found === null ? no('unknownDelegation', 'There is no such delegation.') : ok(delegationNamed(found))
}

function delegationNamed({ id, name, code, type }: DelegationFacts): SpeakerName {
  return { delegation: id, name, code, type }
}

function personNamed(name: string): SpeakerName {
  return { delegation: null, name, code: null, type: null }
}

/** The same delegation; without one the same person, or the same name where the chair entered it. */
function isSameSpeaker(a: FloorRequest, b: FloorRequest): boolean {
  if (a.speaker.delegation !== null || b.speaker.delegation !== null) return a.speaker.delegation === b.speaker.delegation
  return a.person !== null && b.person !== null ? a.person === b.person : a.speaker.name === b.speaker.name
}
