import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Part } from '../../shared/record/index.ts'
import { type ExportContext, type ExportFile, isAmendmentExport, isRecordExport, isReportExport } from '../exports/index.ts'
import { type EnteredMeeting, enterMeeting } from './enterMeeting.ts'
import { exportAmendment } from './exportAmendment.ts'
import { exportContext } from './exportContext.ts'
import { recordFor } from './readRecord.ts'
import { versionFor } from './readVersion.ts'
import { exportMeetingReport } from './reports/exportReport.ts'
import { stillTheSame } from './stillTheSame.ts'
import type { Workspace } from './Workspace.ts'

/** A document of one meeting, of what the caller may see of it: as it is now, or as one of its versions has it. */
export async function exportRecord(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  { name, version }: { readonly name: string; readonly version?: number | undefined },
): Promise<Result<ExportFile>> {
  const enter = () => enterMeeting(at, caller, meetingId, 'record.read')
  const entered = await enter()
  if (!entered.ok) return entered
  return stillTheSame(await makeDocument(at, caller, entered, { name, version }), entered.value.place, enter)
}

async function makeDocument(
  at: Workspace,
  caller: Caller,
  entered: { readonly value: EnteredMeeting },
  { name, version }: { readonly name: string; readonly version?: number | undefined },
): Promise<Result<ExportFile>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (isAmendmentExport(name)) {
    const asked = { name, version, whose: caller.person }
    return exportAmendment(at, entered.value, asked, (line) => versionFacts(at, entered.value, line.number))
  }
  if (isReportExport(name)) return exportMeetingReport(at, entered.value, name)
  if (!isRecordExport(name)) return refuse('notFound', 'There is no such document.')
  const read = await recordFor(at, entered.value, version)
  if (!read.ok) return read
  const facts = await versionFacts(at, entered.value, read.value.version)
  if (!facts.ok) return facts
  const context = { ...exportContext(at, entered.value.file, read.value), ...facts.value }
  return at.exporter.render({ kind: 'record', name, record: read.value.record, context }, caller.person)
}

type VersionFacts = Pick<ExportContext, 'sealed' | 'numbers' | 'published'>

/** What a document says of the version it is of; nothing for a draft. */
async function versionFacts(at: Workspace, entered: EnteredMeeting, number: number | null): Promise<Result<VersionFacts>> {
  const line = entered.meeting.session.versions.find((one) => one.number === number)
  if (line === undefined) return ok({ sealed: null, numbers: null, published: null })
  const found = await versionFor(at, entered, line.number)
  if (!found.ok) return found
  const { sealed, corrections } = found.value
  const { kind, revision, at: madeAt, actor, reason } = line
  const { adoption } = entered.meeting.session
  // A version from before the adoption knew nothing of it.
  const isFirm = adoption !== null && adoption.version <= line.number
  const adopted = isFirm ? { at: adoption.at, how: adoption.how, actor: adoption.actor } : null
  return ok({
    sealed,
    numbers: numbersOf(sealed.parts),
    published: { kind, revision, at: madeAt, actor, reason, corrections, adoption: adopted },
  })
}

const numbered: ReadonlySet<unknown> = new Set(['note', 'review', 'outcome', 'qualifier', 'target'] satisfies Part['kind'][])

/** The numbers of what may be seen, in reading order. */
function numbersOf(parts: NonNullable<ExportContext['sealed']>['parts']): readonly string[] {
  return parts.flatMap((one) => {
    // The parts of a version are ours; only those that are hidden have a hash instead.
    const part = 'hash' in one ? null : (one.part as Part)
    return part !== null && numbered.has(part.kind) ? [part.number ?? ''] : []
  })
}
