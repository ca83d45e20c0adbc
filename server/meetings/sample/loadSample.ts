import { type Caller, mayInWorkspace } from '../../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { SampleAnswer } from '../../../shared/protocol/index.ts'
import { newSession } from '../../../shared/session/index.ts'
import type { GroupFile, JsonFile, Member, StoredMeeting } from '../../storage/index.ts'
import { type Account, accountOfPerson } from '../accounts/Accounts.ts'
import { headOf } from '../createMeeting.ts'
import { findSample } from '../findSample.ts'
import { firstUpdate } from '../firstUpdate.ts'
import type { Workspace } from '../Workspace.ts'
import { sampleDelegations, sampleGroup } from './sampleGroup.ts'
import { sampleRecord } from './sampleRecord.ts'

/** Loads the sample group for an administrator, who becomes its coordinator. Doing it again finds what is there. */
export async function loadSample(at: Workspace, caller: Caller): Promise<Result<SampleAnswer>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in first.')
  const administrator = caller.kind === 'account' && caller.administrator
  if (!mayInWorkspace('sample.load', { administrator })) return refuse('forbidden', 'Only administrators load the sample.')
  const account = at.accounts.find(accountOfPerson(caller.person) ?? '')
  return loadSampleFor(at, account === null ? [] : [account])
}

/** Loads the sample group for these administrators; the command line names them all, and there may be none yet. */
export function loadSampleFor(at: Workspace, administrators: readonly Account[]): Promise<Result<SampleAnswer>> {
  return at.inTurn(async () => {
    const file = (await findSample(at)) ?? (await createSampleGroup(at))
    const joined = await file.update((value) => ok({ value: withCoordinators(at, value, administrators), result: null }))
    if (!joined.ok) return joined
    const groupId = file.value.group.id
    // The group and its meeting lie in two stores: a crash between the two is made good by loading again.
    if ((await at.storage.meetings.list(groupId)).length === 0) await createSampleMeeting(at, file.value, administrators)
    const meetings = await at.storage.meetings.list(groupId)
    return ok({ groupId, meetingIds: meetings.map((meeting) => meeting.meetingId) })
  })
}

async function createSampleGroup(at: Workspace): Promise<JsonFile<GroupFile>> {
  const file: GroupFile = { group: sampleGroup(at), delegations: sampleDelegations(at), members: [], seats: [], guests: [] }
  const made = await at.storage.directory.createGroup(file)
  if (!made.ok) throw new Error(`The sample group could not be made: ${made.refusal.message}`)
  return made.value
}

function withCoordinators(at: Workspace, file: GroupFile, administrators: readonly Account[]): GroupFile {
  const missing = administrators.filter(({ id }) => !file.members.some((member) => member.accountId === id))
  const added = missing.map(({ id: accountId, email, name }): Member => {
    return { id: at.newId(), accountId, email, name, role: 'coordinator', delegationId: null }
  })
  return { ...file, members: [...file.members, ...added] }
}

async function createSampleMeeting(at: Workspace, file: GroupFile, administrators: readonly Account[]): Promise<void> {
  const { edits, ...facts } = sampleRecord(at.newId, file.delegations)
  const now = at.clock.now()
  const planned = newSession(headOf(`Meeting of the ${file.group.name}`))
  const meeting: StoredMeeting = {
    meetingId: at.newId(),
    groupId: file.group.id,
    createdAt: now,
    // Until adoption exists it stands in draft; who loaded it and when is all that happened here.
    session: {
      ...planned,
      ...facts,
      phase: 'draft',
      history: [{ phase: 'draft', at: now, actor: { role: 'rapporteur', name: administrators[0]?.name ?? null } }],
    },
  }
  const made = await at.storage.meetings.create(meeting, firstUpdate(at.random, edits))
  if (!made.ok) throw new Error(`The sample meeting could not be made: ${made.refusal.message}`)
}
