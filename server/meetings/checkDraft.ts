import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { ChecksAnswer } from '../../shared/protocol/index.ts'
import { checkRecord } from '../../shared/session/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** What to look at before the record goes out: warnings, never walls. */
export async function checkDraft(at: Workspace, caller: Caller, meetingId: string): Promise<Result<ChecksAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.check')
  if (!entered.ok) return entered
  const record = await at.rooms.readRecord(entered.value.meeting.meetingId)
  return record.ok ? ok({ findings: checkRecord(record.value).map((finding) => ({ ...finding })) }) : record
}
