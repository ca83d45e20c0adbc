import type { CommandOf } from '../commands.ts'
import { no } from '../reasons.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

/** What the room says of an action of an earlier meeting. The old record is not touched: the register reads both. */
export function reviewAction({ state, around, acted }: Scene, command: CommandOf<'action.review'>): Decided {
  const { action, meeting, status, note } = command
  const isCarried = state.reviewing?.actions.some((one) => one.action === action && one.meeting === meeting) ?? false
  if (!isCarried) return no('unknownAction', 'This action is not up for review here.')
  const present = state.reviews.find((one) => one.action === action)
  if ((present?.status ?? null) === status && (present?.note ?? null) === note) return alreadySo()
  return yes({ kind: 'action.reviewed', review: { action, meeting, status, note, at: around.now, actor: acted } })
}
