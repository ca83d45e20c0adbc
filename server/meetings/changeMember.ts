import type { Caller, Role } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { MemberAnswer } from '../../shared/protocol/index.ts'
import type { GroupFile, Member } from '../storage/index.ts'
import { personOfAccount } from './accounts/Accounts.ts'
import { delegationOf } from './delegationOf.ts'
import { changeGroupFile } from './enterGroup.ts'
import { memberAnswerOf } from './memberAnswer.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

interface MemberPatch {
  readonly role?: Role | undefined
  readonly delegationId?: string | null | undefined
}

/** Changes a member's role or delegation; their connections in the group end, and they come in again as what they are now. */
export async function changeMember(
  at: Workspace,
  caller: Caller,
  groupId: string,
  memberId: string,
  patch: MemberPatch,
): Promise<Result<MemberAnswer>> {
  const changed = await changeGroupFile(at, caller, groupId, 'members.manage', (entered) => {
    const member = entered.file.members.find((one) => one.id === memberId)
    if (member === undefined) return unknown()
    const delegationId =
      patch.delegationId === undefined ? ok(member.delegationId) : delegationOf(entered.file, patch.delegationId)
    if (!delegationId.ok) return delegationId
    const after: Member = { ...member, role: patch.role ?? member.role, delegationId: delegationId.value }
    const members = entered.file.members.map((one) => (one.id === memberId ? after : one))
    if (!hasCoordinator(members)) return lastCoordinator()
    const file: GroupFile = { ...entered.file, members }
    return ok({ file, result: { answer: memberAnswerOf(at, { ...entered, file }, after), after, groupId: file.group.id } })
  })
  if (!changed.ok) return changed
  const { after, answer } = changed.value
  at.log.info({ group: changed.value.groupId, member: after.id, role: after.role }, 'member changed')
  const which = { person: personOfAccount(after.accountId), groupId: changed.value.groupId }
  at.rooms.closeConnections(which, 'rightsChanged', 'Your place in the group changed: come in again.')
  return ok(answer)
}

/** Removes a member; their connections in the group end. */
export async function removeMember(at: Workspace, caller: Caller, groupId: string, memberId: string): Promise<Result<null>> {
  const removed = await changeGroupFile(at, caller, groupId, 'members.manage', ({ file }) => {
    const member = file.members.find((one) => one.id === memberId)
    if (member === undefined) return unknown()
    const members = file.members.filter((one) => one.id !== memberId)
    if (!hasCoordinator(members)) return lastCoordinator()
    return ok({ file: { ...file, members }, result: { member, groupId: file.group.id } })
  })
  if (!removed.ok) return removed
  const { member } = removed.value
  at.log.info({ group: removed.value.groupId, member: member.id }, 'member removed')
  const which = { person: personOfAccount(member.accountId), groupId: removed.value.groupId }
  at.rooms.closeConnections(which, 'ended', 'You are no longer a member of this group.')
  return ok(null)
}

function hasCoordinator(members: readonly Member[]): boolean {
  return members.some((one) => one.role === 'coordinator')
}

function lastCoordinator() {
  return refuse('conflict', 'A group keeps at least one coordinator.')
}
