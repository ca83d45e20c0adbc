import type { DelegationId, GroupId, MeetingId, PersonId, SeatId } from '../base/index.ts'

/** One role a person or seat and group. */
export const roles = ['coordinator', 'rapporteur', 'participant', 'observer'] as const
export type Role = (typeof roles)[number]

/** What a group lets its participants edit; a setting of the group. */
export interface EditingRules {
  /** While planned, in session or suspended: everything, or only the agenda (items, titles, order, minutes, papers, lead, purpose). */
  readonly participantsEdit: 'everything' | 'agenda'
  /** Whether participants may edit a draft; default no. */
  readonly participantsEditDraft: boolean
}

/**
 * Who is calling, as the server found out for itself; nothing in it comes from the client. One shape for all doors.
 * `memberships` are looked up per group when a right is asked, so a Caller never carries stale rights.
 */
export type Caller =
  | {
      readonly kind: 'account'
      readonly person: PersonId
      readonly name: string
      readonly administrator: boolean
      readonly via: 'cookie' | 'token'
    }
  | {
      readonly kind: 'guest'
      readonly person: PersonId
      readonly name: string
      readonly function: string | null
      readonly groupId: GroupId
      readonly seatId: SeatId
      /** Null when the seat is good for all meetings of the group. */
      readonly meetingId: MeetingId | null
      readonly via: 'cookie' | 'token'
    }
  | { readonly kind: 'stranger' }

/** What somebody is in one group (or one meeting of it), at this moment. */
export interface Standpoint {
  readonly role: Role
  readonly delegationId: DelegationId | null
}
