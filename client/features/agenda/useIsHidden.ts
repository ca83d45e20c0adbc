import type { ItemView } from '../../../shared/record/index.ts'
import { useMe } from '../../store/index.ts'

/** Whether this item is closed to this person: of it they see number and place, and nothing else. */
export function useIsHidden(item: Pick<ItemView, 'closed'>): boolean {
  return useMe()?.role === 'observer' && item.closed
}
