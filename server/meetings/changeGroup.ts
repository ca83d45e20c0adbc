import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import type { Group } from '../storage/index.ts'
import { changeGroupFile } from './enterGroup.ts'
import { type Given, given } from './given.ts'
import { groupAnswerOf } from './groupAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** What of a group its coordinators may set. */
export type GroupPatch = Given<Pick<Group, 'name' | 'purpose' | 'openTo' | 'meets' | 'convention' | 'rules' | 'outcomeKinds'>>

/** Changes a group's settings. When the editing rules change, everybody in its meetings comes in again. */
export async function changeGroup(
  at: Workspace,
  caller: Caller,
  groupId: string,
  patch: GroupPatch,
): Promise<Result<GroupAnswer>> {
  const changed = await changeGroupFile(at, caller, groupId, 'group.settings', ({ file, place }) => {
    const after = { ...file, group: { ...file.group, ...given(patch) } }
    return ok({ file: after, result: { answer: groupAnswerOf({ file: after, place }), id: file.group.id } })
  })
  if (!changed.ok) return changed
  if (patch.rules !== undefined) {
    at.rooms.closeConnections({ groupId: changed.value.id }, 'rightsChanged', 'The group changed who may edit: come in again.')
  }
  return ok(changed.value.answer)
}
