import type { ItemId } from '../../../shared/base/index.ts'
import { itemTime } from '../../../shared/session/index.ts'
import { useServerNow, useSession } from '../../store/index.ts'

export interface ItemTime {
  readonly usedMs: number
  readonly plannedMs: number | null
  readonly isRunning: boolean
}

/** The time of the item that is open now, second by second. Only what shows a running clock may use it: it is drawn again at each. */
export function useItemTime(item: { readonly id: ItemId; readonly minutes: number | null }): ItemTime {
  const now = useServerNow()
  const clock = useSession((session) => session.clock)
  const current = useSession((session) => session.current)
  const proceedings = useSession((session) => session.proceedings)
  if (clock === null || proceedings === null) return { usedMs: 0, plannedMs: null, isRunning: false }
  return itemTime({ clock, current, proceedings }, item, now)
}
