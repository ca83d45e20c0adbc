import type { Caller } from '../../shared/access/index.ts'
import { ok, type PersonId, type Result, refuse } from '../../shared/base/index.ts'
import type { ClaimAnswer } from '../../shared/protocol/index.ts'
import { newSecret, sha256 } from '../base/index.ts'
import type { GroupFile, Guest, Seat } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { tokenPrefix } from './callers.ts'
import { groupOfSecret, hasClaimed, noSuchSeat, seatOfSecret, whyNot } from './previewSeat.ts'
import { namesIn, toldApart } from './toldApart.ts'
import type { Workspace } from './Workspace.ts'

interface Claim {
  readonly secret: string
  readonly name?: string | undefined
  readonly function?: string | undefined
}

/**
 * Comes in by a seat link: a guest gets a session of their own, a signed-in person comes in as themselves (DECIDED 17). Claims are
 * counted in the group's file, one after the other, so a link for one person never lets in two. Whoever came in by it before, or
 * is a member anyway, comes in again without being counted.
 */
export async function claimSeat(at: Workspace, caller: Caller, claim: Claim): Promise<Result<ClaimAnswer>> {
  const group = await groupOfSecret(at, claim.secret)
  if (group === null) return noSuchSeat()
  const account = caller.kind === 'account' ? accountOfPerson(caller.person) : null
  const token = account === null ? `${tokenPrefix.guest}${group.value.group.id}.${newSecret(at.random)}` : null

  const claimed = await group.update((file) => {
    const seat = seatOfSecret(file, claim.secret)
    if (seat === null) return noSuchSeat()
    const again = hasClaimed(file, seat, caller)
    const ended = whyNot(at, seat, again)
    if (ended !== null) return ended
    const member = file.members.find((one) => one.accountId === account)
    if (member !== undefined) return ok({ value: file, result: answer(file, seat, member.role, null) })
    if (again) return ok({ value: renewed(file, caller, token), result: answer(file, seat, seat.role, token) })
    const guest = guestOf(at, caller, seat, claim, token, namesIn(at, file))
    if (!guest.ok) return guest
    const seats = file.seats.map((one) => (one.id === seat.id ? { ...one, claims: one.claims + 1 } : one))
    return ok({ value: { ...file, seats, guests: [...file.guests, guest.value] }, result: answer(file, seat, seat.role, token) })
  })
  if (claimed.ok) at.log.info({ group: claimed.value.groupId, role: claimed.value.role }, 'seat claimed')
  return claimed
}

function guestOf(
  at: Workspace,
  caller: Caller,
  seat: Seat,
  claim: Claim,
  token: string | null,
  names: readonly string[],
): Result<Guest> {
  const claimedAt = at.clock.now()
  const office = claim.function ?? null
  if (token === null && caller.kind === 'account') {
    return ok({ id: caller.person, seatId: seat.id, name: caller.name, function: office, tokenHash: '', claimedAt })
  }
  if (claim.name === undefined || token === null) return refuse('invalid', 'Give your name to come in.')
  // The brand is earned by the prefix, which no account has.
  const id = `g:${at.newId<PersonId>()}` as PersonId
  return ok({ id, seatId: seat.id, name: toldApart(claim.name, names), function: office, tokenHash: sha256(token), claimedAt })
}

/** A guest who opens the link again gets a new token for the same person; the old one ends. */
function renewed(file: GroupFile, caller: Caller, token: string | null): GroupFile {
  if (token === null || caller.kind !== 'guest') return file
  const guests = file.guests.map((guest) => (guest.id === caller.person ? { ...guest, tokenHash: sha256(token) } : guest))
  return { ...file, guests }
}

function answer(file: GroupFile, seat: Seat, role: ClaimAnswer['role'], token: string | null): ClaimAnswer {
  return { groupId: file.group.id, meetingId: seat.meetingId, role, token }
}
