import { type Caller, seesAside } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** Lets go of words kept aside, for good: their author may, and the office when they were typed into something deleted meanwhile. */
export async function settleAside(at: Workspace, caller: Caller, meetingId: string, asideId: string): Promise<Result<null>> {
  const entered = await enterMeeting(at, caller, meetingId, 'aside.read')
  if (!entered.ok) return entered
  const { meeting, file, place } = entered.value
  const now = { phase: meeting.session.phase, rules: file.group.rules }
  const aside = (await at.rooms.asides(meeting.meetingId)).find((one) => one.id === asideId)
  if (aside === undefined || !seesAside(aside, place, now)) return unknown()
  const removed = await at.rooms.removeAside(meeting.meetingId, asideId)
  if (removed.ok) at.log.info({ meeting: meeting.meetingId, aside: asideId, own: aside.person === place.person }, 'aside let go')
  return removed
}
