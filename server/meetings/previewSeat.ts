import type { Caller } from '../../shared/access/index.ts'
import { type GroupId, isId, never, ok, type Refused, type Result, refuse } from '../../shared/base/index.ts'
import type { PreviewAnswer } from '../../shared/protocol/index.ts'
import { sha256 } from '../base/index.ts'
import type { GroupFile, JsonFile, Seat, StoredMeeting } from '../storage/index.ts'
import { seatState } from './seatAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** What a seat link would give. Looking has no effect: opening a link is not coming in. */
export async function previewSeat(at: Workspace, caller: Caller, secret: string): Promise<Result<PreviewAnswer>> {
  const file = await groupOfSecret(at, secret)
  const seat = file === null ? null : seatOfSecret(file.value, secret)
  if (file === null || seat === null) return noSuchSeat()
  const claimed = hasClaimed(file.value, seat, caller)
  const ended = whyNot(at, seat, claimed)
  if (ended !== null) return ended
  const { group, delegations } = file.value
  const delegation = delegations.find((one) => one.id === seat.delegationId)
  const meeting = seat.meetingId === null ? null : await at.storage.meetings.get(seat.meetingId)
  const isClosed = seat.role === 'observer' && meeting?.session.closed === true
  return ok({
    groupId: group.id,
    groupName: group.name,
    meeting: meetingLine(meeting),
    role: seat.role,
    delegation: delegation === undefined ? null : { name: delegation.name, code: delegation.code },
    present: meeting === null || isClosed ? 0 : at.rooms.present(meeting.meetingId),
    claimed,
  })
}

function meetingLine(meeting: StoredMeeting | null): PreviewAnswer['meeting'] {
  if (meeting === null) return null
  const { title, startsAt, timeZone, place } = meeting.session.head
  return { meetingId: meeting.meetingId, title, phase: meeting.session.phase, startsAt, timeZone, place }
}

/** The file of the group that a seat's secret names; null when there is none. */
export async function groupOfSecret(at: Workspace, secret: string): Promise<JsonFile<GroupFile> | null> {
  const groupId = secret.split('.')[0] ?? ''
  // The shape is checked first; ids of other things are not in this table.
  return isId(groupId) ? at.storage.directory.group(groupId as GroupId) : null
}

/** The seat of this secret in its group. */
export function seatOfSecret(file: GroupFile, secret: string): Seat | null {
  const hash = sha256(secret)
  return file.seats.find((one) => one.secretHash === hash) ?? null
}

/** Whether the caller came in by this seat before. */
export function hasClaimed(file: GroupFile, seat: Seat, caller: Caller): boolean {
  if (caller.kind === 'stranger') return false
  return file.guests.some((guest) => guest.seatId === seat.id && guest.id === caller.person)
}

/** Why a seat lets nobody (more) in; null when it does. Who came in by it before is not stopped by its being used up. */
export function whyNot(at: Workspace, seat: Seat, claimed: boolean): Refused | null {
  const state = seatState(seat, at.clock.now())
  switch (state) {
    case 'open':
      return null
    case 'used':
      return claimed ? null : refuse('ended', 'This link was used by everybody it was for: ask the coordinator for another.')
    case 'expired':
      return refuse('ended', 'This link has expired: ask the coordinator for a new one.')
    case 'revoked':
      return refuse('ended', 'This link was ended by the coordinator.')
    default:
      return never(state)
  }
}

/** The same words for a wrong secret and for one that never was. */
export function noSuchSeat(): Refused {
  return refuse('notFound', 'This link does not lead anywhere: check that it was copied whole.')
}
