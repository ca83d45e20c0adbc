import type { Caller } from '../../shared/access/index.ts'
import type { SessionAnswer } from '../../shared/protocol/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import { findSample } from './findSample.ts'
import type { Workspace } from './Workspace.ts'

/** Who is calling, for the browser's first question. */
export async function readSession(at: Workspace, caller: Caller): Promise<SessionAnswer> {
  const firstStart = at.storage.directory.people.value.administrators.length === 0
  const nobody = { account: null, guest: null, firstStart, sampleLoaded: null }
  if (caller.kind === 'guest') {
    const { person, name, groupId, meetingId } = caller
    return { ...nobody, guest: { personId: person, name, function: caller.function, groupId, meetingId } }
  }
  if (caller.kind === 'stranger') return nobody
  const email = at.accounts.find(accountOfPerson(caller.person) ?? '')?.email ?? ''
  const { person, name, administrator } = caller
  const sampleLoaded = administrator ? (await findSample(at)) !== null : null
  return { ...nobody, account: { personId: person, name, email, administrator }, sampleLoaded }
}
