import { may } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { GroupRecord } from '../../shared/register/index.ts'
import type { Entered } from './enterGroup.ts'
import { recordFor } from './readRecord.ts'
import type { Workspace } from './Workspace.ts'

/** Every record of a group that the caller may read, newest first; with a seat in one meeting, of that one. */
export async function readGroupRecords(at: Workspace, { file, place }: Entered): Promise<Result<readonly GroupRecord[]>> {
  const all = await at.storage.meetings.list(file.group.id)
  const records: GroupRecord[] = []
  // One after the other: the live meetings go first.
  for (const meeting of all) {
    if (place.onlyMeeting !== null && place.onlyMeeting !== meeting.meetingId) continue
    if (!may(place.role, 'record.read', { phase: meeting.session.phase, rules: file.group.rules })) continue
    const read = await recordFor(at, { meeting, file, place })
    if (!read.ok) return read
    records.push({ meetingId: meeting.meetingId, createdAt: meeting.createdAt, ...read.value })
  }
  return ok(records)
}
