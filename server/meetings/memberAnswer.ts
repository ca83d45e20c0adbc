import { may } from '../../shared/access/index.ts'
import type { MemberAnswer } from '../../shared/protocol/index.ts'
import type { Member } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import type { Entered } from './enterGroup.ts'
import type { Workspace } from './Workspace.ts'

/** A member as the caller may see them: addresses only for those who manage members. */
export function memberAnswerOf(at: Workspace, { file, place }: Entered, member: Member): MemberAnswer {
  const manages = may(place.role, 'members.manage', { phase: null, rules: file.group.rules })
  return {
    memberId: member.id,
    name: at.accounts.find(member.accountId)?.name ?? member.name,
    email: manages ? member.email : null,
    role: member.role,
    delegationId: member.delegationId,
    pending: !at.accounts.hasPassword(member.accountId),
    you: accountOfPerson(place.person) === member.accountId,
  }
}
