import type { Caller } from '../../shared/access/index.ts'
import { type MeetingId, ok, type Result } from '../../shared/base/index.ts'
import type { ImportAnswer, ImportPreviewAnswer } from '../../shared/protocol/index.ts'
import { lineOf, type MadeOfCopy } from '../bringin/index.ts'
import type { ImportedFrom, StoredMeeting, StoredVersion } from '../storage/index.ts'
import { checkHead } from './checkHead.ts'
import { enterGroup } from './enterGroup.ts'
import type { Workspace } from './Workspace.ts'

/** What would come of bringing this copy of a record into the group. Changes nothing. */
export async function previewImport(
  at: Workspace,
  caller: Caller,
  groupId: string,
  bytes: Uint8Array,
): Promise<Result<ImportPreviewAnswer>> {
  const made = await makeImport(at, caller, groupId, bytes)
  return made.ok ? ok(made.value.preview) : made
}

/**
 * Makes a meeting out of our own JSON of a record. A version whose fingerprint the copy bears out comes with it, under its number; one that
 * is firm arrives firm: document, version and the mark that nothing more is written are one batch. All else arrives as a draft.
 */
export async function importRecord(
  at: Workspace,
  caller: Caller,
  groupId: string,
  bytes: Uint8Array,
): Promise<Result<ImportAnswer>> {
  const made = await makeImport(at, caller, groupId, bytes)
  if (!made.ok) return made
  const { meeting, update, version, preview } = made.value
  const stored = await at.storage.meetings.create(meeting, update, [], version)
  return stored.ok ? ok({ ...preview, meetingId: meeting.meetingId }) : stored
}

interface Import {
  readonly meeting: StoredMeeting
  readonly update: Uint8Array
  readonly version: { readonly version: StoredVersion; readonly freeze: boolean } | undefined
  readonly preview: ImportPreviewAnswer
}

async function makeImport(at: Workspace, caller: Caller, groupId: string, bytes: Uint8Array): Promise<Result<Import>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const { group, delegations } = file
  const meetingId = at.newId<MeetingId>()
  const now = at.clock.now()
  const job = { bytes, group: group.name, delegations, meetingId, actor: { role: place.role, name: place.name }, at: now }
  const made = await at.bringer.copy(job, place.person)
  if (!made.ok) return made
  const { session, update, version, preview } = made.value
  const head = checkHead(session.head)
  if (!head.ok) return head
  const imported: ImportedFrom = { ...originOf(made.value), at: now }
  const meeting: StoredMeeting = { meetingId, groupId: group.id, createdAt: now, session, imported }
  const origin = preview.from.meetingId
  const here = await at.storage.meetings.list(group.id)
  const same = here.filter((one) => one.meetingId === origin || one.imported?.meetingId === origin)
  const alreadyHere = same.map((one) => ({ meetingId: one.meetingId, title: one.session.head.title }))
  return ok({ meeting, update, version: versionOf(version), preview: { ...preview, alreadyHere } })
}

function versionOf(version: MadeOfCopy['version']): Import['version'] {
  if (version === null) return undefined
  const { paper, salts, published } = version
  const stored: StoredVersion = { ...lineOf(version), corrections: published.corrections, paper, salts, spans: {} }
  return { version: stored, freeze: version.isFirm }
}

function originOf({ preview: { from, cannotProve }, fileVersion, fingerprint, actor }: MadeOfCopy): Omit<ImportedFrom, 'at'> {
  return { ...from, version: fileVersion, fingerprint, isProved: fingerprint !== null && cannotProve === null, actor }
}
