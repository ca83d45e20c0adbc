import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { TokenLineAnswer } from '../../shared/protocol/index.ts'
import { sha256 } from '../base/index.ts'
import type { PersonalToken } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import type { Workspace } from './Workspace.ts'

/** The caller's personal tokens, the newest first: when they were made and how long they are good. */
export function listTokens(at: Workspace, caller: Caller): Result<TokenLineAnswer[]> {
  const accountId = ownerOf(caller)
  if (!accountId.ok) return accountId
  const now = at.clock.now()
  const own = at.storage.directory.people.value.tokens.filter(
    (one) => one.accountId === accountId.value && (one.expiresAt === null || one.expiresAt > now),
  )
  const line = (one: PersonalToken) => ({
    tokenId: idOf(one),
    since: new Date(one.createdAt).toISOString(),
    expiresAt: one.expiresAt === null ? null : new Date(one.expiresAt).toISOString(),
  })
  return ok(own.toSorted((one, other) => other.createdAt - one.createdAt).map(line))
}

/** Ends one of the caller's tokens; what it had open closes, and its owner's own tabs come in again by themselves. */
export async function endToken(at: Workspace, caller: Caller, tokenId: string): Promise<Result<null>> {
  const accountId = ownerOf(caller)
  if (!accountId.ok) return accountId
  const ended = await at.storage.directory.people.update((people) => {
    const tokens = people.tokens.filter((one) => one.accountId !== accountId.value || idOf(one) !== tokenId)
    if (tokens.length === people.tokens.length) return refuse('notFound', 'There is no such token.')
    return ok({ value: { ...people, tokens }, result: null })
  })
  if (!ended.ok) return ended
  // A room does not know by which token somebody came in, so all of this person's lines are asked to come again.
  if (caller.kind === 'account')
    at.rooms.closeConnections({ person: caller.person }, 'rightsChanged', 'A token of yours was ended.')
  at.log.info({ account: accountId.value }, 'token ended')
  return ok(null)
}

/** A name for a token out of which nobody makes the token, nor the hash that it is compared with. */
function idOf(token: PersonalToken): string {
  return sha256(token.tokenHash).slice(0, 22)
}

function ownerOf(caller: Caller): Result<string> {
  const accountId = caller.kind === 'account' ? accountOfPerson(caller.person) : null
  if (accountId === null) return refuse('unauthenticated', 'Sign in first.')
  if (caller.kind === 'account' && caller.via === 'token') return refuse('forbidden', 'A token cannot do this: sign in.')
  return ok(accountId)
}
