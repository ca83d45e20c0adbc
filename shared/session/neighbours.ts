import type { ItemId } from '../base/index.ts'
import type { ItemView } from '../record/index.ts'
import { itemBefore, nextItem } from './agenda.ts'
import type { SessionState } from './state.ts'

/** Which items "next" and "back" would open now; null where there is none. */
export function neighbours(
  session: Pick<SessionState, 'current' | 'proceedings'>,
  items: readonly ItemView[],
): { readonly next: ItemId | null; readonly back: ItemId | null } {
  const agenda = items.filter((item) => item.number !== null)
  return { next: nextItem(session, agenda), back: itemBefore(session, agenda) }
}
