import type { Caller } from '../../shared/access/index.ts'
import { type Millis, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { TokenAnswer } from '../../shared/protocol/index.ts'
import { newSecret, sha256 } from '../base/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { tokenPrefix } from './callers.ts'
import type { Workspace } from './Workspace.ts'

const dayMs = 24 * 3600 * 1000
/** So many tokens may one account hold at a time. */
const most = 50

/** A personal access token of the caller's own account; only its hash is kept. */
export async function createToken(at: Workspace, caller: Caller, days: number | null): Promise<Result<TokenAnswer>> {
  const accountId = caller.kind === 'account' ? accountOfPerson(caller.person) : null
  if (accountId === null) return refuse('unauthenticated', 'Only somebody with an account can have a personal token.')
  // A token that leaks must not be able to make itself a longer life.
  if (caller.kind === 'account' && caller.via === 'token') return refuse('forbidden', 'A token cannot make tokens: sign in.')
  return createTokenFor(at, accountId, days)
}

/** A personal access token for an account; the command line asks for it by e-mail address. */
export function createTokenFor(at: Workspace, accountId: string, days: number | null): Promise<Result<TokenAnswer>> {
  const token = `${tokenPrefix.personal}${newSecret(at.random)}`
  const now = at.clock.now()
  // A time is a time: the sum of one and a span.
  const expiresAt = days === null ? null : ((now + days * dayMs) as Millis)
  return at.storage.directory.people.update((people) => {
    const good = people.tokens.filter((one) => one.expiresAt === null || one.expiresAt > now)
    if (good.filter((one) => one.accountId === accountId).length >= most)
      return refuse('tooMany', `An account holds at most ${most} tokens.`)
    const tokens = [...good, { tokenHash: sha256(token), accountId, expiresAt, createdAt: now }]
    const answer = { token, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString() }
    return ok({ value: { ...people, tokens }, result: answer })
  })
}
