import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { meetingAnswerOf } from './meetingAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** A meeting's head and phase, and the caller's rights in it now. */
export async function readMeeting(at: Workspace, caller: Caller, meetingId: string): Promise<Result<MeetingAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  return entered.ok ? ok(meetingAnswerOf(at, entered.value)) : entered
}
