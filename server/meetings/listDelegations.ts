import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { DelegationAnswer } from '../../shared/protocol/index.ts'
import { delegationAnswerOf } from './addDelegation.ts'
import { enterGroup } from './enterGroup.ts'
import { type Page, type PageAsk, page } from './page.ts'
import type { Workspace } from './Workspace.ts'

/** The delegations of a group, in the order in which they were added. */
export async function listDelegations(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: PageAsk,
): Promise<Result<Page<DelegationAnswer>>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  return page(entered.value.file.delegations.map(delegationAnswerOf), (one) => one.delegationId, ask)
}
