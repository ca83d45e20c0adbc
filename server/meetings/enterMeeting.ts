import type { Action, Caller } from '../../shared/access/index.ts'
import { isId, type MeetingId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { GroupFile, StoredMeeting } from '../storage/index.ts'
import { allow, type Place, placeIn, unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** A meeting as somebody may see it. */
export interface EnteredMeeting {
  readonly meeting: StoredMeeting
  readonly file: GroupFile
  readonly place: Place
}

/** Lets the caller into a meeting when the action is theirs, in the meeting's present phase. */
export async function enterMeeting(
  at: Pick<Workspace, 'storage' | 'clock'>,
  caller: Caller,
  meetingId: string,
  action: Action,
): Promise<Result<EnteredMeeting>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isId(meetingId)) return unknown()
  // The shape was checked just now, and ids of other things are not in this table.
  const meeting = await at.storage.meetings.get(meetingId as MeetingId)
  if (meeting === null) return unknown()
  const group = await at.storage.directory.group(meeting.groupId)
  if (group === null) throw new Error(`Meeting ${meeting.meetingId} has no group`)
  const file = group.value
  const place = placeIn(file, caller, meeting.meetingId, at.clock.now())
  if (!place.ok) return place
  const allowed = allow(file, place.value, action, meeting.session.phase)
  return allowed.ok ? ok({ meeting, file, place: place.value }) : allowed
}
