import { isId, type MeetingId, type Millis, ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { ImportPreviewAnswer } from '../../../shared/protocol/index.ts'
import { type ActedBy, createRecordFrom, type MeetingRecord, type NameOf, paperOf } from '../../../shared/record/index.ts'
import type { SessionState } from '../../../shared/session/index.ts'
import type { RecordExportFile } from '../../exports/index.ts'
import { type CopiedVersion, type Copy, checkCopy } from './checkCopy.ts'
import { differingPart } from './differingPart.ts'
import { importedSession, isFirm } from './importedSession.ts'
import { type KnownParty, matchParties } from './matchParties.ts'
import { readExport } from './readExport.ts'

/** A copy of a record, and where it is to arrive. */
export interface CopyJob {
  readonly bytes: Uint8Array
  readonly group: string
  readonly delegations: readonly KnownParty[]
  readonly meetingId: MeetingId
  /** By whom; the name goes where the record's attribution forbids it. */
  readonly actor: ActedBy
  readonly at: Millis
}

/** What is made of it: all that a store needs, and what is told before. */
export interface MadeOfCopy {
  readonly session: SessionState
  /** The document, in one update. */
  readonly update: Uint8Array
  /** The version that the copy bears out, with whether it stands for good. */
  readonly version: (CopiedVersion & { readonly isFirm: boolean }) | null
  readonly fingerprint: string | null
  readonly fileVersion: number | null
  readonly actor: ActedBy
  readonly preview: Omit<ImportPreviewAnswer, 'alreadyHere'>
}

/** Makes a record again of its own JSON: in a thread, because the largest copies take seconds. */
export async function makeFromCopy(job: CopyJob, clientId: number): Promise<Result<MadeOfCopy>> {
  const read = readExport(job.bytes)
  if (!read.ok) return read
  const file = read.value
  const copy = await checkCopy(file)
  if (!copy.ok) return copy
  const { version } = copy.value
  const matched = matchParties(copy.value.record, copy.value.nameOf, job.delegations)
  const { head } = matched.record
  const actor = { role: job.actor.role, name: head.attribution === 'named' ? job.actor.name : null }
  const session = importedSession(matched.record, { at: job.at, actor, version })
  const made = createRecordFrom(listsOf(matched.record), clientId)
  if (!made.ok) return made
  const kept = made.value.read(job.meetingId, session)
  const lost = lostPart(kept, matched.record, copy.value, job)
  if (lost !== null) return refuse('invalid', `The copy holds something that no record can hold: ${lost}.`, 'copyUnfit')
  return ok({
    session,
    update: made.value.update,
    version: version === null ? null : { ...version, isFirm: isFirm(version) },
    fingerprint: file.fingerprint,
    fileVersion: file.version,
    actor,
    preview: previewOf(file, copy.value, session, kept, matched),
  })
}

/** What goes into the document: an addendum is on paper only. */
function listsOf({ items, outcomes, actions, targets }: MeetingRecord) {
  return { items: items.filter(({ id }) => isId(id)), outcomes, actions, targets }
}

/** What of the copy would not be in the record that was made of it, as it is cited; null when all of it is. */
function lostPart(kept: MeetingRecord, wanted: MeetingRecord, { version }: Copy, { group, delegations }: CopyJob): string | null {
  const nameOf: NameOf = (party) => {
    if ('words' in party) return { name: party.words, code: null }
    const found = delegations.find((one) => one.id === party.delegation)
    return { name: found?.name ?? '', code: found?.code ?? null }
  }
  const made = paperOf(kept, group, nameOf).parts
  return differingPart(version?.paper.parts ?? paperOf(wanted, group, nameOf).parts, made, { names: true })
}

function previewOf(
  file: RecordExportFile,
  { version, cannotProve, hiddenParts }: Copy,
  { phase }: SessionState,
  kept: MeetingRecord,
  { matched, asWords }: Pick<ReturnType<typeof matchParties>, 'matched' | 'asWords'>,
): MadeOfCopy['preview'] {
  return {
    title: kept.head.title,
    startsAt: kept.head.startsAt,
    phase: phase === 'adopted' || phase === 'planned' ? phase : 'draft',
    version: version === null ? null : { number: version.number, kind: version.published.kind, fingerprint: version.fingerprint },
    cannotProve,
    hiddenParts,
    from: { meetingId: file.record.meetingId, groupName: file.group.name, generatedAt: file.generatedAt },
    counts: {
      items: kept.items.length,
      outcomes: kept.outcomes.length,
      actions: kept.actions.length,
      targets: kept.targets.length,
      attending: kept.session.attending.length,
    },
    matched: [...matched],
    asWords: [...asWords],
  }
}
