import type { Caller } from '../../shared/access/index.ts'
import { isId, type MeetingId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { ImportAnswer, ImportPreviewAnswer } from '../../shared/protocol/index.ts'
import { type ActedBy, createRecordFrom, type MeetingRecord, paperOf } from '../../shared/record/index.ts'
import { sessionLimits } from '../../shared/session/index.ts'
import type { RecordExportFile } from '../exports/index.ts'
import { nameIn } from '../rooms/index.ts'
import type { ImportedFrom, StoredMeeting, StoredVersion } from '../storage/index.ts'
import { checkHead } from './checkHead.ts'
import { type Entered, enterGroup } from './enterGroup.ts'
import { type Copy, checkCopy } from './importRecordCopy.ts'
import { differingPart } from './importRecordDifference.ts'
import { type Matched, matchParties } from './importRecordParties.ts'
import { importedSession, isFirm, lineOf } from './importRecordSession.ts'
import type { Workspace } from './Workspace.ts'

/** What would come of bringing this copy of a record into the group. Changes nothing. */
export async function previewImport(
  at: Workspace,
  caller: Caller,
  groupId: string,
  file: RecordExportFile,
): Promise<Result<ImportPreviewAnswer>> {
  const made = await makeImport(at, caller, groupId, file)
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
  file: RecordExportFile,
): Promise<Result<ImportAnswer>> {
  const made = await makeImport(at, caller, groupId, file)
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

async function makeImport(at: Workspace, caller: Caller, groupId: string, file: RecordExportFile): Promise<Result<Import>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const fits = checkSize(file)
  if (!fits.ok) return fits
  const head = checkHead(file.record.head)
  if (!head.ok) return head
  const copy = await checkCopy(file)
  if (!copy.ok) return copy
  const { file: group, place } = entered.value
  const matched = matchParties(copy.value.record, copy.value.nameOf, group.delegations)
  const meetingId = at.newId<MeetingId>()
  const actor: ActedBy = { role: place.role, name: matched.record.head.attribution === 'named' ? place.name : null }
  const session = importedSession(matched.record, { at: at.clock.now(), actor, version: copy.value.version })
  const made = createRecordFrom(listsOf(matched.record), clientId(at))
  if (!made.ok) return made
  const kept = made.value.read(meetingId, session)
  const lost = lostPart(kept, matched.record, copy.value, group)
  if (lost !== null) return refuse('invalid', `The copy holds something that no record can hold: ${lost}.`, 'copyUnfit')
  const imported = originOf(at, file, copy.value, actor)
  const meeting: StoredMeeting = { meetingId, groupId: group.group.id, createdAt: at.clock.now(), session, imported }
  const preview = await previewOf(at, entered.value, { file, copy: copy.value, matched, meeting, kept })
  return ok({ meeting, update: made.value.update, version: versionOf(copy.value), preview })
}

/** Beside the document there are lists without a bound of their own. */
function checkSize({ record: { session } }: RecordExportFile): Result<null> {
  const { interventions, history, fixings, attending, reviews } = session
  const { delegates, movements } = sessionLimits
  const isTooMuch =
    interventions.length > sessionLimits.interventions ||
    history.length > sessionLimits.history ||
    Object.values(fixings).flat().length > sessionLimits.fixings ||
    attending.length > sessionLimits.attending ||
    attending.some((one) => one.delegates.length > delegates || one.movements.length > movements) ||
    reviews.length > sessionLimits.interventions
  return isTooMuch ? refuse('overLimit', 'The copy holds more of one kind than a meeting may have.') : ok(null)
}

/** What goes into the document: an addendum is on paper only. */
function listsOf({ items, outcomes, actions, targets }: MeetingRecord) {
  return { items: items.filter(({ id }) => isId(id)), outcomes, actions, targets }
}

function clientId({ random }: Pick<Workspace, 'random'>): number {
  return Buffer.from(random(4)).readUInt32BE()
}

/** What of the copy would not be in the record that was made of it, as it is cited; null when all of it is. */
function lostPart(
  kept: MeetingRecord,
  wanted: MeetingRecord,
  { version }: Copy,
  { group, delegations }: Entered['file'],
): string | null {
  const nameOf = nameIn(delegations)
  const made = paperOf(kept, group.name, nameOf).parts
  return differingPart(version?.paper.parts ?? paperOf(wanted, group.name, nameOf).parts, made, { names: true })
}

function versionOf({ version }: Copy): Import['version'] {
  if (version === null) return undefined
  const { paper, salts, published } = version
  const stored: StoredVersion = { ...lineOf(version), corrections: published.corrections, paper, salts, spans: {} }
  return { version: stored, freeze: isFirm(version) }
}

function originOf(at: Workspace, file: RecordExportFile, { cannotProve }: Copy, actor: ActedBy): ImportedFrom {
  return {
    meetingId: file.record.meetingId,
    groupName: file.group.name,
    version: file.version,
    fingerprint: file.fingerprint,
    isProved: file.fingerprint !== null && cannotProve === null,
    generatedAt: file.generatedAt,
    at: at.clock.now(),
    actor,
  }
}

interface Made {
  readonly file: RecordExportFile
  readonly copy: Copy
  readonly matched: Matched
  readonly meeting: StoredMeeting
  readonly kept: MeetingRecord
}

async function previewOf(
  at: Workspace,
  { file: { group } }: Entered,
  { file, copy, matched, meeting, kept }: Made,
): Promise<ImportPreviewAnswer> {
  const origin = file.record.meetingId
  const here = await at.storage.meetings.list(group.id)
  const same = here.filter(({ meetingId, imported }) => meetingId === origin || imported?.meetingId === origin)
  const { phase } = meeting.session
  return {
    title: kept.head.title,
    startsAt: kept.head.startsAt,
    phase: phase === 'adopted' || phase === 'planned' ? phase : 'draft',
    version:
      copy.version === null
        ? null
        : { number: copy.version.number, kind: copy.version.published.kind, fingerprint: copy.version.fingerprint },
    cannotProve: copy.cannotProve,
    hiddenParts: copy.hiddenParts,
    from: { meetingId: origin, groupName: file.group.name, generatedAt: file.generatedAt },
    counts: {
      items: kept.items.length,
      outcomes: kept.outcomes.length,
      actions: kept.actions.length,
      targets: kept.targets.length,
      attending: kept.session.attending.length,
    },
    matched: [...matched.matched],
    asWords: [...matched.asWords],
    alreadyHere: same.map(({ meetingId, session }) => ({ meetingId, title: session.head.title })),
  }
}
