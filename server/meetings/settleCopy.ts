import type { Caller } from '../../shared/access/index.ts'
import { may } from '../../shared/access/index.ts'
import { isId, ok, type Result } from '../../shared/base/index.ts'
import type { ExportFile } from '../exports/index.ts'
import { documentOf } from '../rooms/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** As many decisions are remembered; a record cannot differ in more places many times over. */
const maxDecisions = 20_000

interface Decided {
  readonly variantId: string
  readonly what: 'taken' | 'declined'
}

/** Remembers that one difference was taken in (by an ordinary edit, before this) or declined. The copy itself stays. */
export async function decideCopy(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  { variantId, what }: Decided,
): Promise<Result<null>> {
  const entered = await enterMeeting(at, caller, meetingId, 'copy.settle')
  if (!entered.ok) return entered
  const { meeting, place } = entered.value
  const named = meeting.session.head.attribution === 'named'
  const decision = { variantId, what, at: at.clock.now(), actor: { role: place.role, name: named ? place.name : null } }
  const kept = await at.storage.quarantine.decide(documentOf(meeting.meetingId), decision, maxDecisions)
  if (!kept.ok) return kept
  at.log.info({ meeting: meetingId, variant: variantId, what, person: place.person }, 'copy from before a restore decided')
  at.rooms.copiesChanged(meeting.meetingId)
  return ok(null)
}

/** Lets go of a whole copy, for good. */
export async function letGoCopy(at: Workspace, caller: Caller, meetingId: string, copyId: string): Promise<Result<null>> {
  const entered = await enterMeeting(at, caller, meetingId, 'copy.settle')
  if (!entered.ok) return entered
  const { meeting, place } = entered.value
  const removed = await at.storage.quarantine.remove(documentOf(meeting.meetingId), copyId)
  if (!removed.ok) return removed
  at.log.info({ meeting: meetingId, copy: copyId, person: place.person }, 'copy from before a restore let go')
  at.rooms.copiesChanged(meeting.meetingId)
  return removed
}

/** The words of a copy as plain text, for those who see it. */
export async function readCopyText(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  copyId: string,
): Promise<Result<ExportFile>> {
  // Who may not see it is answered as if it were not there.
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const { meeting, file, place } = entered.value
  if (!isId(copyId)) return unknown()
  const documentId = documentOf(meeting.meetingId)
  const copy = (await at.storage.quarantine.list(documentId)).find((one) => one.copyId === copyId)
  const now = { phase: meeting.session.phase, rules: file.group.rules }
  const isSeen = may(place.role, 'copy.read', now) || (copy?.person === place.person && may(place.role, 'copy.bring', now))
  if (copy === undefined || !isSeen) return unknown()
  const body = await at.storage.quarantine.body(documentId, copy.sha256)
  if (body === null) return unknown()
  const text = await at.copies.text(body.read, place.person)
  if (!text.ok) return text
  return ok({ name: `copy-${copyId}.txt`, mediaType: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(text.value) })
}
