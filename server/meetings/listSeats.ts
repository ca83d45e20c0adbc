import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { SeatAnswer } from '../../shared/protocol/index.ts'
import { enterGroup } from './enterGroup.ts'
import { type Page, type PageAsk, page } from './page.ts'
import { seatAnswerOf } from './seatAnswer.ts'
import type { Workspace } from './Workspace.ts'

/** The seat links of a group, newest first, with who came in by them. */
export async function listSeats(at: Workspace, caller: Caller, groupId: string, ask: PageAsk): Promise<Result<Page<SeatAnswer>>> {
  const entered = await enterGroup(at, caller, groupId, 'seats.manage')
  if (!entered.ok) return entered
  const { file } = entered.value
  const now = at.clock.now()
  const seats = file.seats.map((seat) => seatAnswerOf(file, seat, now)).reverse()
  return page(seats, (seat) => seat.seatId, ask)
}
