import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { checkHead } from './checkHead.ts'
import { enterMeeting } from './enterMeeting.ts'
import { type Given, given } from './given.ts'
import { meetingAnswerOf } from './meetingAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** Changes a meeting's head through its room, so that everybody there sees it. With a `seq`, refuses `stale` when it has moved on. */
export async function changeHead(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  { seq, ...patch }: Given<MeetingHead> & { readonly seq?: number | undefined },
): Promise<Result<MeetingAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'meeting.editHead')
  if (!entered.ok) return entered
  const { meeting, file, place } = entered.value
  const fits = checkHead({ ...meeting.session.head, ...given(patch) })
  if (!fits.ok) return fits
  const session = await at.rooms.changeHead(caller, meeting.meetingId, given<MeetingHead>(patch), seq ?? null)
  if (!session.ok) return session
  return ok(meetingAnswerOf(at, { meeting: { ...meeting, session: session.value }, file, place }))
}
