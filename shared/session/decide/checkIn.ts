import { ok, type Result } from '../../base/index.ts'
import type { AttendanceEntry, Delegate, Movement, Party } from '../../record/index.ts'
import { no } from '../reasons.ts'
import { entryFor, findEntry, record } from './attendance.ts'
import type { Decided, Scene } from './scene.ts'

/** Checks oneself in for one's delegation; the first of it lets the delegation arrive. */
export function checkIn(scene: Scene): Decided {
  const party = ownParty(scene)
  if (!party.ok) return party
  const found = findEntry(scene, party.value)
  const entry = found === undefined ? entryFor(scene, party.value) : ok(found)
  if (!entry.ok) return entry
  const wasHere = found !== undefined && isHere(found)
  const own = entry.value.delegates.find((one) => one.person === scene.actor.person)
  if (wasHere && own !== undefined && !own.hasLeft) return no('alreadyCheckedIn', 'You are checked in already.')
  const others = entry.value.delegates.filter((one) => one.person !== scene.actor.person)
  return record(scene, {
    ...entry.value,
    state: 'present',
    delegates: [...others, delegateOf(scene)],
    movements: wasHere ? entry.value.movements : [...entry.value.movements, movement(scene, 'arrived')],
  })
}

/** Checks oneself out; the delegation has left once nobody of it who checked in has stayed. */
export function checkOut(scene: Scene): Decided {
  const party = ownParty(scene)
  if (!party.ok) return party
  const entry = findEntry(scene, party.value)
  const isOwn = (one: Delegate): boolean => one.person === scene.actor.person && !one.hasLeft
  if (entry === undefined || !isHere(entry) || !entry.delegates.some(isOwn)) {
    return no('notCheckedIn', 'You are not checked in.')
  }
  const delegates = entry.delegates.map((one) => (isOwn(one) ? { ...one, hasLeft: true as const } : one))
  const stays = delegates.some((one) => one.person !== null && !one.hasLeft)
  const movements = stays ? entry.movements : [...entry.movements, movement(scene, 'left')]
  return record(scene, { ...entry, delegates, movements })
}

/** Present, and not gone again. */
function isHere({ state, movements }: AttendanceEntry): boolean {
  return state === 'present' && movements.at(-1)?.kind !== 'left'
}

/** Whom one checks in for: one's delegation, or oneself where names may be kept. */
function ownParty({ state, actor }: Scene): Result<Party> {
  if (actor.delegation !== null) return ok({ delegation: actor.delegation.id })
  if (state.head.attribution === 'named') return ok({ words: actor.name })
  return no('noDelegation', 'You speak for no delegation, and this meeting keeps no names.')
}

function delegateOf({ state, actor }: Scene): Delegate {
  const isNamed = state.head.attribution === 'named'
  return { person: actor.person, name: isNamed ? actor.name : '', function: isNamed ? actor.function : null }
}

function movement({ state, around }: Scene, kind: Movement['kind']): Movement {
  return { kind, item: state.current, at: around.now }
}
