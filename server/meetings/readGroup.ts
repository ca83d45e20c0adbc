import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import { enterGroup } from './enterGroup.ts'
import { groupAnswerOf } from './groupAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** One group, with what the caller is in it. */
export async function readGroup(at: Workspace, caller: Caller, groupId: string): Promise<Result<GroupAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  return entered.ok ? ok(groupAnswerOf(entered.value)) : entered
}
