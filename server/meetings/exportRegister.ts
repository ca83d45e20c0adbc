import { type Caller, may } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import { type ExportFile, isRegisterExport, type Registered } from '../exports/index.ts'
import { enterGroup } from './enterGroup.ts'
import { exportContext } from './exportContext.ts'
import { recordFor } from './readRecord.ts'
import type { Workspace } from './Workspace.ts'

/** More meetings than this do not go into one file; a weekly group needs ten years for them. */
const mostMeetings = 500

/** A register of all meetings of a group that the caller may read; with a seat in one meeting, of that one. */
export async function exportRegister(at: Workspace, caller: Caller, groupId: string, name: string): Promise<Result<ExportFile>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isRegisterExport(name)) return refuse('notFound', 'There is no such document.')
  const { file, place } = entered.value
  const all = await at.storage.meetings.list(file.group.id)
  const own = all.filter((meeting) => place.onlyMeeting === null || meeting.meetingId === place.onlyMeeting)
  if (own.length > mostMeetings) return refuse('tooLarge', `A register holds at most ${mostMeetings} meetings.`)
  const meetings: Registered[] = []
  // One after the other: the live meetings go first.
  for (const meeting of own) {
    if (!may(place.role, 'record.read', { phase: meeting.session.phase, rules: file.group.rules })) continue
    const read = await recordFor(at, { meeting, file, place })
    if (!read.ok) return read
    meetings.push({ record: read.value.record, context: exportContext(at, file, read.value) })
  }
  return at.exporter.render({ kind: 'register', name, groupName: file.group.name, meetings }, caller.person)
}
