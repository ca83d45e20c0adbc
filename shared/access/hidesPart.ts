import type { Part } from '../record/index.ts'
import type { Hidden } from './closedToObservers.ts'

/**
 * Whether a part of a version is closed to observers. Its hash is made of the whole, so a part that tells of something hidden in
 * passing (an action out of a hidden outcome, somebody's coming under a hidden item) is hidden as a whole.
 */
export function hidesPart(hidden: Hidden, part: Part): boolean {
  if (hidden.item(part.item)) return true
  switch (part.kind) {
    case 'action':
      return part.outcome !== null && hidden.outcome(part.outcome)
    case 'review':
      return hidden.review(part.action)
    case 'attendance':
      return part.entries.some((entry) => entry.movements.some((one) => hidden.item(one.item)))
    default:
      return false
  }
}
