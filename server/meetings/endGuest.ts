import type { Caller } from '../../shared/access/index.ts'
import { ok } from '../../shared/base/index.ts'
import type { Workspace } from './Workspace.ts'

/** Ends a guest's session at their own wish: their token is worth nothing afterwards and their connections close. */
export async function endGuest(at: Workspace, caller: Caller): Promise<void> {
  if (caller.kind !== 'guest') return
  const file = await at.storage.directory.group(caller.groupId)
  await file?.update((value) => {
    const guests = value.guests.map((guest) => (guest.id === caller.person ? { ...guest, tokenHash: '' } : guest))
    return ok({ value: { ...value, guests }, result: null })
  })
  at.rooms.closeConnections({ person: caller.person }, 'ended', 'You left.')
}
