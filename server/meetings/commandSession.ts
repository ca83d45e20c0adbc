import type { Caller } from '../../shared/access/index.ts'
import { isId, type Result, refuse } from '../../shared/base/index.ts'
import type { SessionCommand } from '../../shared/session/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** A command of the session over HTTP: the room decides it as it does for every door, once for its id. */
export async function commandSession(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  command: SessionCommand,
): Promise<Result<{ readonly seq: number }>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  if (!isId(command.id)) return refuse('invalid', 'A command needs an id of 128 bits in base64url.')
  return at.rooms.command(caller, entered.value.meeting.meetingId, command)
}
