import { ok } from '../../shared/base/index.ts'
import type { Member } from '../storage/index.ts'
import type { Account } from './accounts/Accounts.ts'
import { findSample } from './findSample.ts'
import type { Workspace } from './Workspace.ts'

/** Gives the sample group to this administrator when it has nobody yet: it may be loaded before there is anybody. */
export async function adoptSample(at: Workspace, account: Account): Promise<void> {
  const file = await findSample(at)
  if (file === null || file.value.members.length > 0) return
  await file.update((value) => {
    if (value.members.length > 0) return ok({ value, result: null })
    const { id: accountId, email, name } = account
    const member: Member = { id: at.newId(), accountId, email, name, role: 'coordinator', delegationId: null }
    return ok({ value: { ...value, members: [member] }, result: null })
  })
}
