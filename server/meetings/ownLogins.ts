import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { LoginAnswer } from '../../shared/protocol/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import type { Workspace } from './Workspace.ts'

/** Where the caller is signed in, the newest first. `own` is the session that asks; a token is none of them. */
export function listLogins(at: Workspace, caller: Caller, own: string | null): Result<{ items: LoginAnswer[]; next: null }> {
  const accountId = accountBehind(caller)
  if (!accountId.ok) return accountId
  const items = at.accounts.loginsOf(accountId.value).map((login) => ({
    loginId: login.loginSession,
    ...login.device,
    since: new Date(login.since).toISOString(),
    seen: new Date(login.seen).toISOString(),
    until: new Date(login.until).toISOString(),
    own: login.loginSession === own,
  }))
  return ok({ items, next: null })
}

/** Ends one of the caller's sessions, or all but the one that asks, with their live connections. */
export async function endLogins(
  at: Workspace,
  caller: Caller,
  which: { readonly only: string } | { readonly allBut: string | null },
) {
  const accountId = accountBehind(caller)
  if (!accountId.ok) return accountId
  const ended = await at.accounts.endLogins(accountId.value, ({ loginSession }) =>
    'only' in which ? loginSession === which.only : loginSession !== which.allBut,
  )
  for (const loginSession of ended) at.rooms.closeConnections({ loginSession }, 'ended', 'You were signed out here.')
  if ('only' in which && ended.length === 0) return refuse('notFound', 'There is no such session.')
  at.log.info({ account: accountId.value, ended: ended.length }, 'sessions ended')
  return ok(null)
}

/** The account of a caller who signed in; what a token may do, it may not do to the sessions of its owner. */
function accountBehind(caller: Caller): Result<string> {
  const accountId = caller.kind === 'account' ? accountOfPerson(caller.person) : null
  if (accountId === null) return refuse('unauthenticated', 'Sign in first.')
  if (caller.kind === 'account' && caller.via === 'token') return refuse('forbidden', 'A token cannot do this: sign in.')
  return ok(accountId)
}
