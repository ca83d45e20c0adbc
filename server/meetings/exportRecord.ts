import type { Caller } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import { type ExportFile, isRecordExport } from '../exports/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { exportContext } from './exportContext.ts'
import { recordFor } from './readRecord.ts'
import type { Workspace } from './Workspace.ts'

/** A document of one meeting, of what the caller may see of it. */
export async function exportRecord(at: Workspace, caller: Caller, meetingId: string, name: string): Promise<Result<ExportFile>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRecordExport(name)) return refuse('notFound', 'There is no such document.')
  const read = await recordFor(at, entered.value)
  if (!read.ok) return read
  const context = exportContext(at, entered.value.file, read.value)
  return at.exporter.render({ kind: 'record', name, record: read.value.record, context }, caller.person)
}
