import type { Caller } from '../../shared/access/index.ts'
import { type GroupId, ok, type Result } from '../../shared/base/index.ts'
import type { DelegationAnswer } from '../../shared/protocol/index.ts'
import type { Delegation } from '../storage/index.ts'
import { delegationAnswerOf, lookAlike, looksLike } from './addDelegation.ts'
import { changeGroupFile } from './enterGroup.ts'
import { type Given, given } from './given.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** What of a delegation can be learned or set right later; its kind and nameplate stay. */
export type DelegationPatch = Given<Pick<Delegation, 'name' | 'partyStatus' | 'membership' | 'region'>>

/** Changes a delegation of a group. Lists of attendance keep what they wrote down before. */
export async function changeDelegation(
  at: Workspace,
  caller: Caller,
  groupId: string,
  delegationId: string,
  patch: DelegationPatch,
): Promise<Result<DelegationAnswer>> {
  const changed = await changeGroupFile(at, caller, groupId, 'delegations.manage', ({ file }) => {
    const before = file.delegations.find((one) => one.id === delegationId)
    if (before === undefined) return unknown()
    const after: Delegation = { ...before, ...given(patch) }
    const others = file.delegations.filter((one) => one !== before)
    const alike = after.name === before.name ? null : lookAlike(others, after)
    if (alike !== null) return looksLike(alike)
    const delegations = file.delegations.map((one) => (one === before ? after : one))
    return ok({ file: { ...file, delegations }, result: delegationAnswerOf(after) })
  })
  if (changed.ok) await at.rooms.delegationsChanged(groupId as GroupId) // its file was found by this very id
  return changed
}
