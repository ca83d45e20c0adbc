import type { Caller } from '../../shared/access/index.ts'
import { type MeetingId, type Millis, ok, type Result } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** What the chair runs, as it is stored, and the hour at the server by which its clocks run. */
export interface SessionNow {
  readonly meetingId: MeetingId
  readonly now: Millis
  readonly session: SessionState
}

/** The session of a meeting, less what is closed to the caller. Reading opens nothing for writing. */
export async function readSessionState(at: Workspace, caller: Caller, meetingId: string): Promise<Result<SessionNow>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const { meeting, place } = entered.value
  const session = await at.rooms.readSession(meeting.meetingId, place.role)
  return session.ok ? ok({ meetingId: meeting.meetingId, now: at.clock.now(), session: session.value }) : session
}
