import { type Caller, mayInWorkspace } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import type { Group, GroupFile, Member } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { groupAnswerOf } from './groupAnswer.ts'
import { usualOutcomeKinds } from './outcomeKinds.ts'
import { placeIn } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** A new group; the administrator who makes it becomes its coordinator. */
export async function createGroup(at: Workspace, caller: Caller, body: { readonly name: string }): Promise<Result<GroupAnswer>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in first.')
  const administrator = caller.kind === 'account' && caller.administrator
  if (!mayInWorkspace('group.create', { administrator })) return refuse('forbidden', 'Only administrators make groups.')
  const account = at.accounts.find(accountOfPerson(caller.person) ?? '')
  if (account === null) throw new Error('An administrator without an account')
  const { id: accountId, email, name } = account
  const member: Member = { id: at.newId(), accountId, email, name, role: 'coordinator', delegationId: null }
  const file: GroupFile = { group: newGroup(at, body.name), delegations: [], members: [member], seats: [], guests: [] }
  const made = await at.storage.directory.createGroup(file)
  if (!made.ok) return made
  const place = placeIn(file, caller, null, at.clock.now())
  return place.ok ? ok(groupAnswerOf({ file, place: place.value })) : place
}

/** A group with the usual settings. */
export function newGroup(at: Pick<Workspace, 'newId' | 'clock'>, name: string): Group {
  return {
    id: at.newId(),
    name,
    purpose: '',
    openTo: '',
    meets: '',
    convention: '',
    rules: { participantsEdit: 'everything', participantsEditDraft: false },
    outcomeKinds: usualOutcomeKinds,
    createdAt: at.clock.now(),
    sample: false,
  }
}
