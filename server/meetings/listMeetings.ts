import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { MeetingLineAnswer } from '../../shared/protocol/index.ts'
import { enterGroup } from './enterGroup.ts'
import { meetingLineOf } from './meetingAnswer.ts'
import { type Page, type PageAsk, page } from './page.ts'
import type { Workspace } from './Workspace.ts'

/** The meetings of a group, newest first; for somebody with a seat in one meeting, that one. */
export async function listMeetings(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: PageAsk,
): Promise<Result<Page<MeetingLineAnswer>>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const all = await at.storage.meetings.list(file.group.id)
  const own = all.filter((meeting) => place.onlyMeeting === null || meeting.meetingId === place.onlyMeeting)
  return page(own.map(meetingLineOf), (meeting) => meeting.meetingId, ask)
}
