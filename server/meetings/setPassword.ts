import { ok, type Result } from '../../shared/base/index.ts'
import { type Account, personOfAccount } from './accounts/Accounts.ts'
import { findLink, takeLink } from './oneTimeLinks.ts'
import { readableGroups } from './readableGroups.ts'
import { namesIn, toldApart } from './toldApart.ts'
import type { Workspace } from './Workspace.ts'

const kinds = ['setPassword', 'resetPassword'] as const

/** Sets or resets a password by a one-time link. Every session and connection of the account ends. */
export async function setPassword(
  at: Workspace,
  body: { readonly secret: string; readonly password: string; readonly name?: string | undefined },
): Promise<Result<Account>> {
  // The link is used up last: neither a password that is too easy nor a busy hour costs it.
  const found = findLink(at, kinds, body.secret)
  if (!found.ok) return found
  const { email, name } = accountOf(at, found.value.accountId)
  const prepared = await at.accounts.prepare(body.password, { email, name: body.name ?? name })
  if (!prepared.ok) return prepared
  const link = await takeLink(at, kinds, body.secret)
  if (!link.ok) return link
  const account = accountOf(at, link.value.accountId)
  await at.accounts.setPassword(account.id, prepared.value)
  if (body.name !== undefined && link.value.kind === 'setPassword')
    await at.accounts.rename(account.id, await nameFor(at, account.id, body.name))
  at.rooms.closeConnections({ person: personOfAccount(account.id) }, 'ended', 'Your password was changed: sign in again.')
  at.log.info({ account: account.id }, 'password set')
  return ok(accountOf(at, account.id))
}

/** The name that somebody gives themselves, told apart from everybody's with whom they are in a group. */
async function nameFor(at: Workspace, accountId: string, name: string): Promise<string> {
  const { files } = await readableGroups(at)
  const own = files.filter(({ value }) => value.members.some((member) => member.accountId === accountId))
  const names = own.flatMap(({ value }) => namesIn(at, value, accountId))
  return toldApart(name, names)
}

/** Whose password a link would set; looking has no effect. */
export function previewPasswordLink(
  at: Workspace,
  secret: string,
): Result<{ readonly email: string; readonly name: string; readonly kind: 'setPassword' | 'resetPassword' }> {
  const link = findLink(at, kinds, secret)
  if (!link.ok) return link
  const { email, name } = accountOf(at, link.value.accountId)
  return ok({ email, name, kind: link.value.kind === 'resetPassword' ? 'resetPassword' : 'setPassword' })
}

function accountOf(at: Workspace, accountId: string | null): Account {
  const account = accountId === null ? null : at.accounts.find(accountId)
  if (account === null) throw new Error('A password link without an account')
  return account
}
