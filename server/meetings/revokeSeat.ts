import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { changeGroupFile } from './enterGroup.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** Ends a seat link and everybody's place who came in by it; their connections close. Doing it again changes nothing. */
export async function revokeSeat(at: Workspace, caller: Caller, groupId: string, seatId: string): Promise<Result<null>> {
  const revoked = await changeGroupFile(at, caller, groupId, 'seats.manage', ({ file }) => {
    const seat = file.seats.find((one) => one.id === seatId)
    if (seat === undefined) return unknown()
    const after = { ...seat, revokedAt: seat.revokedAt ?? at.clock.now() }
    const seats = file.seats.map((one) => (one.id === seatId ? after : one))
    return ok({ file: { ...file, seats }, result: { ...file, seat } })
  })
  if (!revoked.ok) return revoked
  const { seat, group, guests } = revoked.value
  at.log.info({ group: group.id, seat: seat.id }, 'seat revoked')
  at.rooms.closeConnections({ seatId: seat.id }, 'ended', 'Your seat link was ended by the coordinator.')
  for (const guest of guests) {
    // Signed-in people who came in by this link are known to the rooms by their person only.
    if (guest.seatId !== seat.id || accountOfPerson(guest.id) === null) continue
    at.rooms.closeConnections({ person: guest.id, groupId: group.id }, 'rightsChanged', 'A seat link of yours was ended.')
  }
  return ok(null)
}
