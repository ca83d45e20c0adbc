import type { Millis } from '../../shared/base/index.ts'
import type { SeatAnswer } from '../../shared/protocol/index.ts'
import type { GroupFile, Seat } from '../storage/index.ts'

/** A seat as its coordinators see it. */
export function seatAnswerOf(file: GroupFile, seat: Seat, now: Millis): SeatAnswer {
  const guests = file.guests.filter((guest) => guest.seatId === seat.id)
  return {
    seatId: seat.id,
    role: seat.role,
    delegationId: seat.delegationId,
    meetingId: seat.meetingId,
    expiresAt: seat.expiresAt === null ? null : new Date(seat.expiresAt).toISOString(),
    maxClaims: seat.maxClaims,
    claims: seat.claims,
    state: seatState(seat, now),
    createdAt: new Date(seat.createdAt).toISOString(),
    createdBy: seat.createdBy,
    guests: guests.map(({ name, function: office, claimedAt }) => ({
      name,
      function: office,
      claimedAt: new Date(claimedAt).toISOString(),
    })),
  }
}

/** What a seat link can still do. */
export function seatState(seat: Seat, now: Millis): SeatAnswer['state'] {
  if (seat.revokedAt !== null) return 'revoked'
  if (seat.expiresAt !== null && seat.expiresAt <= now) return 'expired'
  return seat.maxClaims !== null && seat.claims >= seat.maxClaims ? 'used' : 'open'
}
