import { ok, type Result } from '../../shared/base/index.ts'
import type { Account, PreparedPassword } from './accounts/Accounts.ts'
import { adoptSample } from './adoptSample.ts'
import type { Workspace } from './Workspace.ts'

/** Makes an account with a password and the right to create groups. Refuses `conflict` when the address is taken, `invalid` for a password that is easily guessed. */
export async function createAdministrator(
  at: Workspace,
  who: { readonly email: string; readonly name: string; readonly password: string },
  done: PreparedPassword | null = null,
): Promise<Result<Account>> {
  const prepared = done === null ? await at.accounts.prepare(who.password, who) : ok(done)
  if (!prepared.ok) return prepared
  const account = await at.accounts.create(who)
  if (!account.ok) return account
  await at.accounts.setPassword(account.value.id, prepared.value)
  const noted = await at.storage.directory.people.update((people) =>
    ok({ value: { ...people, administrators: [...people.administrators, account.value.id] }, result: null }),
  )
  if (!noted.ok) return noted
  at.log.info({ account: account.value.id }, 'administrator made')
  await adoptSample(at, account.value)
  return account
}
