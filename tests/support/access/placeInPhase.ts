import type { MeetingId } from '../../../shared/base/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { everyPhase, type SomePhase } from '../everyCommand.ts'
import type { GroupWorld, HttpWorld } from '../http/httpWorld.ts'
import { newId } from '../storageSamples.ts'
import { guestToken } from './callers.ts'

/** Every phase, and an adopted record that was withdrawn: a fact of a version, the phase stays. */
export const states = [...everyPhase, 'withdrawn'] as const
export type State = SomePhase | 'withdrawn'

/** The phase of a state. */
export function phaseOf(state: State): Phase {
  return state === 'withdrawn' ? 'adopted' : state
}

/** A meeting brought to this phase by its commands, with a guest of it and a guest of another. */
export async function placeInPhase(world: HttpWorld, group: GroupWorld, state: State) {
  const as = group.people.coordinator.token
  const made = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, body: { title: state } })
  const meetingId = made.text('meetingId')
  const steps: Readonly<Record<State, readonly string[]>> = {
    planned: [],
    inSession: ['meeting.open'],
    suspended: ['meeting.open', 'meeting.suspend'],
    draft: ['meeting.open', 'meeting.close'],
    circulated: ['meeting.open', 'meeting.close', 'record.circulate'],
    adopted: ['meeting.open', 'meeting.close', 'record.circulate', 'record.adopt'],
    withdrawn: ['meeting.open', 'meeting.close', 'record.circulate', 'record.adopt', 'record.withdraw'],
  }
  for (const kind of steps[state]) {
    const body = { id: newId(), kind, ...(await saidWith(kind, world, meetingId)) }
    const done = await world.call('POST', `/meetings/${meetingId}/commands`, { as, body })
    if (done.status !== 200) throw new Error(`${kind}: ${done.raw}`)
  }
  return {
    meetingId,
    guest: await guestToken(world, group, meetingId),
    neighbour: await guestToken(world, group, group.meetingId),
  }
}

/** What these commands say beside their kind. */
async function saidWith(kind: string, world: HttpWorld, meetingId: string): Promise<object> {
  if (kind === 'record.withdraw') return { reason: 'Another one stands' }
  if (kind === 'record.circulate') {
    return { deadline: new Date(world.clock.now() + 86_400_000).toISOString(), timeZone: 'UTC', mode: 'decision' }
  }
  return kind === 'record.adopt' ? { seen: (await stored(world, meetingId)).session.circulation?.fingerprint } : {}
}

/** What a refused call must not change. */
export async function stored(world: HttpWorld, meetingId: string) {
  const meeting = await world.at.storage.meetings.get(meetingId as MeetingId) // the server's own answer gave it
  if (meeting === null) throw new Error('The meeting is gone')
  const asides = (await world.at.rooms.asides(meeting.meetingId)).length
  return { seq: meeting.session.seq, phase: meeting.session.phase, session: meeting.session, asides }
}
