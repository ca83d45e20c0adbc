import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Account } from './accounts/Accounts.ts'
import { createAdministrator } from './createAdministrator.ts'
import { findLink, takeLink } from './oneTimeLinks.ts'
import type { Workspace } from './Workspace.ts'

/** The first administrator makes themselves, by the address that the first start printed. */
export async function claimAdministrator(
  at: Workspace,
  body: { readonly secret: string; readonly email: string; readonly name: string; readonly password: string },
): Promise<Result<Account>> {
  const link = findLink(at, ['administrator'], body.secret)
  if (!link.ok) return link
  // Asked before the link is used up, so that a mistyped address or an easy password does not cost it.
  if (at.accounts.findByEmail(body.email) !== null) return refuse('conflict', 'There is an account with that e-mail address.')
  const prepared = await at.accounts.prepare(body.password, body)
  if (!prepared.ok) return prepared
  const taken = await takeLink(at, ['administrator'], body.secret)
  if (!taken.ok) return taken
  const made = await createAdministrator(at, body, prepared.value)
  return made.ok ? ok(made.value) : made
}
