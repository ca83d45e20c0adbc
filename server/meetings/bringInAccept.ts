import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { newSession } from '../../shared/session/index.ts'
import { sha256 } from '../base/index.ts'
import type { Choice, ComposeAnswer, GivenFile, KnownDelegation, Shelved } from '../bringin/index.ts'
import type { Delegation, StoredMeeting, StoredSource } from '../storage/index.ts'
import { checkHead } from './checkHead.ts'
import { headOf } from './createMeeting.ts'
import { type Entered, enterGroup } from './enterGroup.ts'
import { meetingAnswerOf } from './meetingAnswer.ts'
import type { Workspace } from './Workspace.ts'

/**
 * Makes a draft out of what was taken from a preview: head, items, notes, outcomes, actions, attendance and the files
 * themselves in one batch. Afterwards the preview is gone.
 */
export async function acceptBringIn(
  at: Workspace,
  caller: Caller,
  groupId: string,
  bringInId: string,
  choice: Choice,
): Promise<Result<MeetingAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const shelved = at.bringIns.get(bringInId, place.person, groupId)
  if (!shelved.ok) return shelved
  // Whoever presses twice makes one meeting: the second finds no preview.
  at.bringIns.remove(bringInId)
  const made = await makeDraft(at, entered.value, shelved.value, choice)
  if (!made.ok) {
    at.bringIns.put(shelved.value)
    return made
  }
  return ok(meetingAnswerOf(at, { meeting: made.value, file, place }))
}

async function makeDraft(at: Workspace, entered: Entered, shelved: Shelved, choice: Choice): Promise<Result<StoredMeeting>> {
  const delegations = entered.file.delegations.map(knownDelegation)
  const composed = await at.bringer.compose({ kept: shelved.read.kept, choice, delegations }, entered.place.person)
  if (!composed.ok) return composed
  const head: MeetingHead = { ...headOf(composed.value.head.title), ...composed.value.head }
  const fits = checkHead(head)
  if (!fits.ok) return fits
  const meeting = meetingOf(at, entered, head, composed.value)
  const sources = shelved.files.map((one) => sourceOf(at, one))
  const made = await at.storage.meetings.create(meeting, composed.value.first, sources)
  return made.ok ? ok(meeting) : made
}

function knownDelegation({ id, name, code, type, partyStatus, membership, region = null }: Delegation): KnownDelegation {
  return { id, name, code, type, partyStatus, membership, region }
}

/** The meeting was held elsewhere: its life here begins as a draft, brought in by whoever did it. */
function meetingOf(at: Workspace, { file, place }: Entered, head: MeetingHead, { facts }: ComposeAnswer): StoredMeeting {
  const now = at.clock.now()
  const name = head.attribution === 'named' ? place.name : null
  return {
    meetingId: at.newId(),
    groupId: file.group.id,
    createdAt: now,
    session: {
      ...newSession(head),
      ...facts,
      phase: 'draft',
      history: [{ phase: 'draft', at: now, actor: { role: place.role, name } }],
    },
  }
}

function sourceOf(at: Workspace, { part, name, bytes }: GivenFile): StoredSource {
  return {
    sourceId: at.newId(),
    part,
    name,
    mediaType: 'application/octet-stream',
    sha256: sha256(bytes),
    at: at.clock.now(),
    bytes,
  }
}
