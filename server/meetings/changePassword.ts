import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import type { Workspace } from './Workspace.ts'

/**
 * A new password for oneself. Whoever sits at an open page is not yet its owner, so the present password is asked for again. Every
 * session ends, this one too: the caller is signed in anew at once (`routes/account`).
 */
export async function changePassword(
  at: Workspace,
  caller: Caller,
  own: string | null,
  body: { readonly current: string; readonly password: string },
): Promise<Result<{ readonly email: string }>> {
  const accountId = caller.kind === 'account' ? accountOfPerson(caller.person) : null
  const account = accountId === null ? null : at.accounts.find(accountId)
  if (account === null) return refuse('unauthenticated', 'Sign in first.')
  if (caller.kind === 'account' && caller.via === 'token') return refuse('forbidden', 'A token cannot do this: sign in.')
  const isCurrent = await at.accounts.isPassword(account.id, body.current)
  if (!isCurrent.ok) return isCurrent
  if (!isCurrent.value) return refuse('forbidden', 'That is not your present password.')
  const prepared = await at.accounts.prepare(body.password, account)
  if (!prepared.ok) return prepared
  const ended = await at.accounts.endLogins(account.id, () => true)
  await at.accounts.setPassword(account.id, prepared.value)
  for (const loginSession of ended) {
    // This browser gets a new cookie and comes in again by itself; the others are out.
    at.rooms.closeConnections({ loginSession }, loginSession === own ? 'rightsChanged' : 'ended', 'Your password was changed.')
  }
  at.log.info({ account: account.id }, 'password changed')
  return ok({ email: account.email })
}
