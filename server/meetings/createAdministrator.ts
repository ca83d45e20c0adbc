import { ok, type Result } from '../../shared/base/index.ts'
import type { Account } from './accounts/Accounts.ts'
import { adoptSample } from './adoptSample.ts'
import type { Workspace } from './Workspace.ts'

/** Makes an account with a password and the right to create groups. Refuses `conflict` when the address is taken. */
export async function createAdministrator(
  at: Workspace,
  who: { readonly email: string; readonly name: string; readonly password: string },
): Promise<Result<Account>> {
  const account = await at.accounts.create(who)
  if (!account.ok) return account
  await at.accounts.setPassword(account.value.id, who.password)
  const noted = await at.storage.directory.people.update((people) =>
    ok({ value: { ...people, administrators: [...people.administrators, account.value.id] }, result: null }),
  )
  if (!noted.ok) return noted
  at.log.info({ account: account.value.id }, 'administrator made')
  await adoptSample(at, account.value)
  return account
}
