import type { Caller } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import { type ExportFile, isRegisterExport, type Registered } from '../exports/index.ts'
import { enterGroup } from './enterGroup.ts'
import { exportContext } from './exportContext.ts'
import { readGroupRecords } from './groupRecords.ts'
import type { Workspace } from './Workspace.ts'

/** More meetings than this do not go into one file; a weekly group needs ten years for them. */
const mostMeetings = 500

/** A register of all meetings of a group that the caller may read; with a seat in one meeting, of that one. */
export async function exportRegister(at: Workspace, caller: Caller, groupId: string, name: string): Promise<Result<ExportFile>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRegisterExport(name)) return refuse('notFound', 'There is no such document.')
  const { file } = entered.value
  const records = await readGroupRecords(at, entered.value)
  if (!records.ok) return records
  if (records.value.length > mostMeetings) return refuse('tooLarge', `A register holds at most ${mostMeetings} meetings.`)
  const meetings = records.value.map((one): Registered => ({ record: one.record, context: exportContext(at, file, one) }))
  return at.exporter.render({ kind: 'register', name, groupName: file.group.name, meetings }, caller.person)
}
