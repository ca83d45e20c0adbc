import type { Caller } from '../../shared/access/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { readableGroups } from './readableGroups.ts'
import type { Workspace } from './Workspace.ts'

/**
 * Whether a coordinator may hand out a link that sets this account's password. Whoever sets a password becomes that person
 * everywhere, so it is allowed only over people who are nowhere that the caller is not coordinator; otherwise adding somebody to
 * one's own group would be a way into every other group of theirs. Administrators may for all.
 */
export async function mayIssueLink(at: Workspace, caller: Caller, accountId: string): Promise<boolean> {
  if (caller.kind !== 'account') return false
  if (caller.administrator) return true
  if (at.storage.directory.people.value.administrators.includes(accountId)) return false
  const own = accountOfPerson(caller.person)
  const { files, damaged } = await readableGroups(at)
  // Nobody knows who is in a group that cannot be read.
  if (damaged > 0) return false
  for (const { value } of files) {
    const isThere = value.members.some((one) => one.accountId === accountId)
    if (isThere && !value.members.some((one) => one.accountId === own && one.role === 'coordinator')) return false
  }
  return true
}
