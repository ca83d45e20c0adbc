import type { Caller } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import type { VersionAnswer } from '../../shared/protocol/index.ts'
import type { Part } from '../../shared/record/index.ts'
import { type ExportFile, isRecordExport } from '../exports/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { exportContext } from './exportContext.ts'
import { recordFor } from './readRecord.ts'
import { versionFor } from './readVersion.ts'
import type { Workspace } from './Workspace.ts'

/** A document of one meeting, of what the caller may see of it. */
export async function exportRecord(at: Workspace, caller: Caller, meetingId: string, name: string): Promise<Result<ExportFile>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRecordExport(name)) return refuse('notFound', 'There is no such document.')
  const read = await recordFor(at, entered.value)
  if (!read.ok) return read
  const { version } = read.value
  const found = version === null ? null : await versionFor(at, entered.value, version)
  if (found !== null && !found.ok) return found
  const sealed = found?.value.sealed ?? null
  const numbers = sealed === null ? null : numbersOf(sealed.parts)
  const context = { ...exportContext(at, entered.value.file, read.value), sealed, numbers }
  return at.exporter.render({ kind: 'record', name, record: read.value.record, context }, caller.person)
}

const numbered: ReadonlySet<unknown> = new Set(['note', 'outcome', 'qualifier', 'target'] satisfies Part['kind'][])

/** The numbers of what may be seen, in reading order. */
function numbersOf(parts: VersionAnswer['sealed']['parts']): readonly string[] {
  return parts.flatMap((one) => {
    // The parts of a version are ours; only those that are hidden have a hash instead.
    const part = 'hash' in one ? null : (one.part as Part)
    return part !== null && numbered.has(part.kind) ? [part.number ?? ''] : []
  })
}
