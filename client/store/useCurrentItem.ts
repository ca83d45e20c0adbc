import type { ItemView } from '../../shared/record/index.ts'
import { useRecord } from './useRecord.ts'
import { useSession } from './useSession.ts'

/** The item that is open now; null when there is none, or it cannot be seen (yet). */
export function useCurrentItem(): ItemView | null {
  const current = useSession((session) => session.current)
  return useRecord((record) => record.items.find((item) => item.id === current && !item.removed) ?? null)
}
