import { claimSeat } from '../../../server/meetings/index.ts'
import { type Role, roles } from '../../../shared/access/index.ts'
import type { GroupWorld, HttpWorld } from '../http/httpWorld.ts'
import { must } from '../storageSamples.ts'

/**
 * Who calls: the four roles, one who was removed, another group's coordinator, an administrator who is in no group, nobody, and
 * two guests with a participant's seat: one in the meeting that is asked for, one in another meeting of the group.
 */
export const callers = [
  'coordinator',
  'rapporteur',
  'participant',
  'observer',
  'removed',
  'elsewhere',
  'administrator',
  'stranger',
  'guest',
  'neighbour',
] as const
export type Caller = (typeof callers)[number]
/** Guests have none that would do for every call. */
export type Tokens = Readonly<Record<Exclude<Caller, 'guest' | 'neighbour'>, string | null>>

/** The role that stands behind a caller in the meeting that is asked for; null for those who have no place in it. */
export function roleIn(caller: Caller): Role | null {
  return caller === 'guest' ? 'participant' : (roles.find((one) => one === caller) ?? null)
}

/** A token for each caller that needs no seat. */
export async function tokensOf(world: HttpWorld, group: GroupWorld): Promise<Tokens> {
  const { coordinator } = group.people
  const [removed, elsewhere] = [await world.account('Removed'), await world.group('Elsewhere')]
  const body = { email: removed.email, role: 'rapporteur' }
  const path = `/groups/${group.groupId}/members`
  const memberId = (await world.call('POST', path, { as: coordinator.token, body })).text('memberId')
  await world.call('DELETE', `${path}/${memberId}`, { as: coordinator.token })
  return {
    coordinator: coordinator.token,
    rapporteur: group.people.rapporteur.token,
    participant: group.people.participant.token,
    observer: group.people.observer.token,
    removed: removed.token,
    elsewhere: elsewhere.people.coordinator.token,
    administrator: (await world.account('Administrator', { administrator: true })).token,
    stranger: null,
  }
}

/** A guest's place hangs on the meeting that is asked for, and ends when they sign out: each call has a guest of its own. */
export async function tokenFor(world: HttpWorld, group: GroupWorld, caller: Caller, tokens: Tokens, target: string) {
  if (caller !== 'guest' && caller !== 'neighbour') return tokens[caller]
  const asked = /^\/meetings\/([^/]+)/.exec(target)?.[1]
  return guestToken(world, group, caller === 'guest' && asked !== undefined ? asked : group.meetingId)
}

/** A participant's seat in one meeting, claimed. */
export async function guestToken(world: HttpWorld, group: GroupWorld, meetingId: string): Promise<string> {
  const body = { role: 'participant', meetingId }
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, { as: group.people.coordinator.token, body })
  const secret = seat.text('url').split('#')[1] ?? ''
  // Past the door, which counts the made-up secrets of the other calls as guesses and would soon take none.
  const { token } = must(await claimSeat(world.at, { kind: 'stranger' }, { secret, name: 'Gus' }))
  if (token === null) throw new Error('A guest without a token')
  return token
}
