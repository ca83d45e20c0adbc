import { type Action, type Caller, may, mayEver, type Role } from '../../shared/access/index.ts'
import {
  type DelegationId,
  type MeetingId,
  type Millis,
  never,
  ok,
  type PersonId,
  type Result,
  refuse,
} from '../../shared/base/index.ts'
import type { Phase } from '../../shared/record/index.ts'
import type { GroupFile, Seat } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'

/** What a caller is in a group at this moment. */
export interface Place {
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  readonly delegationId: DelegationId | null
  /** The one meeting that a seat is good for; null for all of the group. */
  readonly onlyMeeting: MeetingId | null
}

/** The same words for what is not there and for what is not yours to know (RELIABILITY S7). */
export const unknown = () => refuse('notFound', 'There is nothing here that you may see.')

/** The caller's place in this group as the file stands; with a meeting, the place in that meeting. */
export function placeIn(file: GroupFile, caller: Caller, meetingId: MeetingId | null, now: Millis): Result<Place> {
  switch (caller.kind) {
    case 'stranger':
      return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
    case 'account': {
      const member = file.members.find((one) => one.accountId === accountOfPerson(caller.person))
      if (member === undefined) return placeBySeat(file, caller.person, caller.name, meetingId, now)
      const { role, delegationId } = member
      return ok({ person: caller.person, name: caller.name, role, delegationId, onlyMeeting: null })
    }
    case 'guest':
      return placeBySeat(file, caller.person, caller.name, meetingId, now)
    default:
      return never(caller)
  }
}

function placeBySeat(file: GroupFile, person: PersonId, name: string, meetingId: MeetingId | null, now: Millis): Result<Place> {
  const claimed = file.guests.filter((guest) => guest.id === person).map((guest) => guest.seatId)
  const seats = file.seats.filter((seat) => claimed.includes(seat.id) && fitsMeeting(seat, meetingId))
  if (seats.length === 0) return unknown()
  const live = seats.find((seat) => isLive(seat, now))
  if (live === undefined) return refuse('ended', 'The seat link that let you in has ended.')
  return ok({ person, name, role: live.role, delegationId: live.delegationId, onlyMeeting: live.meetingId })
}

function fitsMeeting(seat: Seat, meetingId: MeetingId | null): boolean {
  return meetingId === null || seat.meetingId === null || seat.meetingId === meetingId
}

/** Whether the seat still lets its guests in. A used-up seat does: only new claims are refused. */
export function isLive(seat: Seat, now: Millis): boolean {
  return seat.revokedAt === null && (seat.expiresAt === null || seat.expiresAt > now)
}

/** Asks the table of rights; tells "not you" from "not now". */
export function allow(file: GroupFile, place: Place, action: Action, phase: Phase | null): Result<null> {
  const { rules } = file.group
  if (may(place.role, action, { phase, rules })) return ok(null)
  if (phase !== null && mayEver(place.role, action, rules)) {
    return refuse('wrongPhase', 'That is not possible at this point of the meeting.')
  }
  return refuse('forbidden', 'Your role in this group does not allow that.')
}
