import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { LinkAnswer } from '../../shared/protocol/index.ts'
import { enterGroup } from './enterGroup.ts'
import { mayIssueLink } from './mayIssueLink.ts'
import { issueLink } from './oneTimeLinks.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** A new one-time link for a member who lost the first one or the password. The old password works until it is used. */
export async function resetMemberPassword(
  at: Workspace,
  caller: Caller,
  groupId: string,
  memberId: string,
): Promise<Result<LinkAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'members.manage')
  if (!entered.ok) return entered
  const member = entered.value.file.members.find((one) => one.id === memberId)
  if (member === undefined) return unknown()
  if (!(await mayIssueLink(at, caller, member.accountId))) {
    return refuse('forbidden', 'This person belongs to other groups as well: an administrator has to do that.')
  }
  const kind = at.accounts.hasPassword(member.accountId) ? 'resetPassword' : 'setPassword'
  const link = await issueLink(at, kind, member.accountId)
  at.log.info({ group: entered.value.file.group.id, member: member.id }, 'password link issued')
  return ok({ url: link.url, expiresAt: new Date(link.expiresAt).toISOString() })
}
