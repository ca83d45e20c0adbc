import { type Caller, visibleTo } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** The record as it is stored, less what is closed to the caller. Reading opens nothing for writing (RELIABILITY 1.4, 3). */
export async function readRecord(at: Workspace, caller: Caller, meetingId: string): Promise<Result<MeetingRecord>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const record = await at.rooms.readRecord(entered.value.meeting.meetingId)
  return record.ok ? ok(visibleTo(entered.value.place.role, record.value)) : record
}
