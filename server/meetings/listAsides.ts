import { type Caller, seesAside } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { AsideAnswer } from '../../shared/protocol/index.ts'
import { authorOf } from './authorOf.ts'
import { enterMeeting } from './enterMeeting.ts'
import { type Page, type PageAsk, page } from './page.ts'
import type { Workspace } from './Workspace.ts'

/** The words of a meeting that are kept aside: one's own, and for the office also those typed into something deleted meanwhile. */
export async function listAsides(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  ask: PageAsk,
): Promise<Result<Page<AsideAnswer>>> {
  const entered = await enterMeeting(at, caller, meetingId, 'aside.read')
  if (!entered.ok) return entered
  const { meeting, file, place: asking } = entered.value
  const { phase, head } = meeting.session
  const asides = await at.rooms.asides(meeting.meetingId)
  const shown = asides
    .filter((aside) => seesAside(aside, asking, { phase, rules: file.group.rules }))
    .map(({ id, person, at: since, place, text, reason }) => ({
      asideId: id,
      place,
      text,
      reason,
      at: new Date(since).toISOString(),
      yours: person === asking.person,
      author: authorOf(at, file, person, head.attribution),
    }))
  return page(shown, (aside) => aside.asideId, ask)
}
