import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { MemberAnswer } from '../../shared/protocol/index.ts'
import { enterGroup } from './enterGroup.ts'
import { memberAnswerOf } from './memberAnswer.ts'
import { type Page, type PageAsk, page } from './page.ts'
import type { Workspace } from './Workspace.ts'

/** The members of a group, in the order in which they came. */
export async function listMembers(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: PageAsk,
): Promise<Result<Page<MemberAnswer>>> {
  const entered = await enterGroup(at, caller, groupId, 'members.read')
  if (!entered.ok) return entered
  const members = entered.value.file.members.map((member) => memberAnswerOf(at, entered.value, member))
  return page(members, (member) => member.memberId, ask)
}
