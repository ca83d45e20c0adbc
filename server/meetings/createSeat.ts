import type { Caller } from '../../shared/access/index.ts'
import { isId, type MeetingId, type Millis, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { CreatedSeatAnswer } from '../../shared/protocol/index.ts'
import { newSecret, sha256 } from '../base/index.ts'
import type { Seat } from '../storage/index.ts'
import { delegationOf } from './delegationOf.ts'
import { changeGroupFile, enterGroup } from './enterGroup.ts'
import { seatAnswerOf } from './seatAnswer.ts'
import type { Workspace } from './Workspace.ts'

interface NewSeat {
  readonly role: Seat['role']
  readonly delegationId?: string | undefined
  readonly meetingId?: string | undefined
  readonly expiresAt?: string | undefined
  readonly maxClaims?: number | null | undefined
}
/** So many links may one group have given out. */
const most = 5000

/** A seat link for a delegation or one person. Its address is in this answer and nowhere else: the server keeps a hash. */
export async function createSeat(
  at: Workspace,
  caller: Caller,
  groupId: string,
  body: NewSeat,
): Promise<Result<CreatedSeatAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'seats.manage')
  if (!entered.ok) return entered
  const meetingId = await meetingOf(at, groupId, body.meetingId)
  if (!meetingId.ok) return meetingId
  const now = at.clock.now()
  // Parsed by the body's schema; a time is a time.
  const expiresAt = body.expiresAt === undefined ? null : (Date.parse(body.expiresAt) as Millis)
  if (expiresAt !== null && expiresAt <= now) return refuse('invalid', 'A seat link cannot end in the past.')
  // The group's id leads to its file without searching all of them; the rest is the secret.
  const secret = `${groupId}.${newSecret(at.random)}`

  return changeGroupFile(at, caller, groupId, 'seats.manage', ({ file, place }) => {
    const delegationId = delegationOf(file, body.delegationId ?? null)
    if (!delegationId.ok) return delegationId
    if (file.seats.length >= most) return refuse('overLimit', `A group gives out at most ${most} seat links.`)
    const seat: Seat = {
      id: at.newId(),
      secretHash: sha256(secret),
      role: body.role,
      delegationId: delegationId.value,
      meetingId: meetingId.value,
      expiresAt,
      maxClaims: body.maxClaims === undefined ? 1 : body.maxClaims,
      claims: 0,
      revokedAt: null,
      createdAt: now,
      createdBy: place.name,
    }
    const after = { ...file, seats: [...file.seats, seat] }
    return ok({ file: after, result: { ...seatAnswerOf(after, seat, now), url: `${at.publicUrl}/join#${secret}` } })
  })
}

async function meetingOf(at: Workspace, groupId: string, meetingId: string | undefined): Promise<Result<MeetingId | null>> {
  if (meetingId === undefined) return ok(null)
  // The shape is checked first; ids of other things are not in this table.
  const meeting = isId(meetingId) ? await at.storage.meetings.get(meetingId as MeetingId) : null
  return meeting?.groupId === groupId ? ok(meeting.meetingId) : refuse('invalid', 'That meeting is not in this group.')
}
