import { type Caller, visibleTo } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import { type ExportFile, isRecordExport } from '../exports/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { exportContext } from './exportContext.ts'
import type { Workspace } from './Workspace.ts'

/** A document of one meeting, of what the caller may see of it. */
export async function exportRecord(at: Workspace, caller: Caller, meetingId: string, name: string): Promise<Result<ExportFile>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRecordExport(name)) return refuse('notFound', 'There is no such document.')
  const { meeting, file, place } = entered.value
  const record = await at.rooms.readRecord(meeting.meetingId)
  if (!record.ok) return record
  const context = exportContext(at, file)
  return at.exporter.render({ kind: 'record', name, record: visibleTo(place.role, record.value), context }, caller.person)
}
