import type { CommandId } from '../../base/index.ts'
import type { CommandOf } from '../commands.ts'
import type { SessionEvent } from '../events.ts'
import { isListOpen, isOwnRequest, waiting } from '../floorList.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import type { FloorRequest } from '../state.ts'
import { runsFloor } from './rights.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

/** Takes one's own request off the list; the chair takes off any. */
export function withdrawRequest({ state, actor }: Scene, { request }: CommandOf<'floor.withdraw'>): Decided {
  const found = state.floor.requests.find((one) => one.id === request)
  const isOwn = found !== undefined && isOwnRequest(found, { person: actor.person, delegationId: actor.delegation?.id ?? null })
  if (isOwn || (found !== undefined && runsFloor(state, actor))) return yes({ kind: 'floor.withdrawn', request })
  // Observers do not learn which requests there are under what is closed to them.
  if (found === undefined || actor.role === 'observer') return notOnList()
  return no('notYours', 'This is the request of somebody else.')
}

/** Gives the floor to one of those who wait; whoever has it has ended. */
export function giveFloor(scene: Scene, { request, after }: CommandOf<'floor.give'>): Decided {
  if (after !== speakingId(scene)) return movedOn()
  const found = waiting(scene.state).find((one) => one.id === request)
  return found === undefined ? notOnList() : give(scene, found)
}

/** Gives the floor to the first on the list; with nobody waiting, whoever has it has ended. */
export function nextSpeaker(scene: Scene, { after }: CommandOf<'floor.next'>): Decided {
  if (after !== speakingId(scene)) return movedOn()
  const first = waiting(scene.state)[0]
  if (first !== undefined) return give(scene, first)
  if (after === null) return no('nobodyWaiting', 'Nobody is waiting for the floor.')
  return yes(...endTurn(scene))
}

/** Takes the floor back from whoever has it. */
export function endFloor(scene: Scene, { request }: CommandOf<'floor.end'>): Decided {
  const speaking = speakingId(scene)
  if (speaking === null) return no('nobodySpeaking', 'Nobody has the floor.')
  return speaking === request ? yes(...endTurn(scene)) : movedOn()
}

/** Puts a request before another of the list. Points of order stay before all others. */
export function moveRequest({ state }: Scene, { request, before }: CommandOf<'floor.move'>): Decided {
  const list = waiting(state)
  const waits = (id: CommandId): boolean => list.some((one) => one.id === id)
  if (!waits(request) || (before !== null && !waits(before))) return notOnList()
  return request === before ? alreadySo() : yes({ kind: 'floor.moved', request, before })
}

/** The list of the open item takes requests again. */
export function openList({ state }: Scene): Decided {
  return isListOpen(state) ? alreadySo() : yes({ kind: 'list.changed', list: state.current ?? 'none', open: true })
}

/** The list of the open item takes points of order alone, and what the chair enters. */
export function closeList({ state }: Scene): Decided {
  return isListOpen(state) ? yes({ kind: 'list.changed', list: state.current ?? 'none', open: false }) : alreadySo()
}

/** Speaking time of one turn. */
export function limitFloor({ state }: Scene, { minutes }: CommandOf<'floor.limit'>): Decided {
  return state.floor.limitMinutes === minutes ? alreadySo() : yes({ kind: 'floor.limited', minutes })
}

/** What happens when whoever has the floor ends, if somebody has it. */
export function endTurn({ state, around }: Scene): readonly SessionEvent[] {
  return state.floor.speaking === null ? [] : [{ kind: 'floor.ended', at: around.now }]
}

function give(scene: Scene, { id }: FloorRequest): Decided {
  const { interventions, floor } = scene.state
  // The turn that ends now, and the one that begins, will both be kept.
  if (interventions.length + (floor.speaking === null ? 0 : 1) >= sessionLimits.interventions) {
    return no('limitReached', 'More turns at the floor than a record can keep.')
  }
  return yes(...endTurn(scene), { kind: 'floor.given', request: id, at: scene.around.now })
}

function speakingId({ state }: Scene): CommandId | null {
  return state.floor.speaking?.request.id ?? null
}

function movedOn(): Decided {
  return no('movedOn', 'The floor has already moved on.')
}

function notOnList(): Decided {
  return no('notOnList', 'This request is not on the list any more.')
}
