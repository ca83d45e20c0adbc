import type { Caller } from '../../shared/access/index.ts'
import { type GroupId, isId } from '../../shared/base/index.ts'
import { sha256 } from '../base/index.ts'
import { type Account, personOfAccount } from './accounts/Accounts.ts'
import type { Workspace } from './Workspace.ts'

/** Tokens begin with what they are for, so that a leaked one can be recognised by a scanner. */
export const tokenPrefix = { personal: 'rp_', guest: 'rg_' } as const

/** The caller behind an account. */
export function accountCaller(at: Workspace, account: Account, via: 'cookie' | 'token'): Caller {
  const administrator = at.storage.directory.people.value.administrators.includes(account.id)
  return { kind: 'account', person: personOfAccount(account.id), name: account.name, administrator, via }
}

/** Whose personal token this is, while it is good; null otherwise. */
export function callerOfToken(at: Workspace, token: string): Caller | null {
  const hash = sha256(token)
  const held = at.storage.directory.people.value.tokens.find((one) => one.tokenHash === hash)
  if (held === undefined || (held.expiresAt !== null && held.expiresAt <= at.clock.now())) return null
  const account = at.accounts.find(held.accountId)
  return account === null ? null : accountCaller(at, account, 'token')
}

/**
 * The guest behind a session token, which names its group: `rg_<group>.<secret>`. Whether the seat still lets them in is asked
 * with each right (`placeIn`), so that a guest whose seat has ended hears just that.
 */
export async function callerOfGuestToken(at: Workspace, token: string, via: 'cookie' | 'token'): Promise<Caller | null> {
  const groupId = token.slice(tokenPrefix.guest.length).split('.')[0] ?? ''
  if (!token.startsWith(tokenPrefix.guest) || !isId(groupId)) return null
  // The shape was checked just now, and ids of other things are not in this table.
  const file = await at.storage.directory.group(groupId as GroupId)
  const hash = sha256(token)
  const guest = file?.value.guests.find((one) => one.tokenHash === hash)
  const seat = file?.value.seats.find((one) => one.id === guest?.seatId)
  if (file === null || guest === undefined || seat === undefined) return null
  const { group } = file.value
  return {
    kind: 'guest',
    person: guest.id,
    name: guest.name,
    function: guest.function,
    groupId: group.id,
    seatId: seat.id,
    meetingId: seat.meetingId,
    via,
  }
}
