import type { ItemId } from '../base/index.ts'
import type { MeetingRecord, SessionFacts } from '../record/index.ts'

/** What observers may not see of a record. */
export interface Hidden {
  /** Whether this item, or what lies under it, is hidden. Null: what belongs to no item. */
  readonly item: (id: ItemId | null) => boolean
  readonly outcome: (id: string) => boolean
  readonly action: (id: string) => boolean
  /** An action of an earlier meeting, by its id there. */
  readonly review: (id: string) => boolean
}

/** Whether anything at all is closed, so that an observer has to be answered less. */
export function closesSomething({ closed, closedItems, reviewing }: SessionFacts): boolean {
  return closed || closedItems.length > 0 || (reviewing?.actions.some((one) => one.closed) ?? false)
}

/** Finds what is closed to observers: everything of a closed meeting, a closed item with its parts; null when nothing is. */
export function closedToObservers(record: MeetingRecord): Hidden | null {
  const { closed, closedItems, reviewing } = record.session
  if (!closesSomething(record.session)) return null
  const marked = new Set<string>(closedItems)
  const hidden = new Set<string>(marked)
  for (const item of record.items) {
    if (item.closed || (item.parent !== null && marked.has(item.parent))) hidden.add(item.id)
  }
  const isHidden = (id: ItemId | null): boolean => closed || (id !== null && hidden.has(id))
  // What the record does not know (yet) might be hidden, so it is.
  const outcomes = new Set<string>(record.outcomes.filter((one) => !isHidden(one.item)).map((one) => one.id))
  const actions = new Set<string>(record.actions.filter((one) => !isHidden(one.item)).map((one) => one.id))
  const reviews = new Set<string>(
    reviewing === null || isHidden(reviewing.item) ? [] : reviewing.actions.filter((one) => !one.closed).map((one) => one.action),
  )
  return {
    review: (id) => !reviews.has(id),
    item: isHidden,
    outcome: (id) => !outcomes.has(id),
    action: (id) => !actions.has(id),
  }
}
