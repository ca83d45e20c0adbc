import type { ItemId } from '../base/index.ts'
import type { Proceeding } from '../record/index.ts'
import { own } from './own.ts'
import type { SessionState } from './state.ts'

/** An item as the chair's rules see it; lists of them are in agenda order, without what was removed. */
export interface AgendaItem {
  readonly id: ItemId
  readonly parent: ItemId | null
}

type Where = Pick<SessionState, 'current' | 'proceedings'>

/** What became of an item so far; undefined before it has begun. */
export function proceedingOf({ proceedings }: Pick<SessionState, 'proceedings'>, item: ItemId): Proceeding | undefined {
  return own(proceedings, item)
}

/** Closed or put off: nothing is left to do under it. */
export function isDone(state: Where, item: ItemId): boolean {
  const progress = proceedingOf(state, item)?.progress
  return progress === 'closed' || progress === 'putOff'
}

/** The item that "next" opens: the one after the current in agenda order that is not done; with none open, the first such. */
export function nextItem(state: Where, items: readonly AgendaItem[]): ItemId | null {
  const at = items.findIndex((item) => item.id === state.current)
  return items.slice(at + 1).find((item) => !isDone(state, item.id))?.id ?? null
}

/** The item that "back" opens: the one before the current that is not put off; with none open, the one that was closed last. */
export function itemBefore(state: Where, items: readonly AgendaItem[]): ItemId | null {
  const at = items.findIndex((item) => item.id === state.current)
  if (at === -1) return closedLast(state, items)
  return items.slice(0, at).findLast((item) => proceedingOf(state, item.id)?.progress !== 'putOff')?.id ?? null
}

/** Items that "next" closes when it leaves the current one: it, and the item whose last open part it was. */
export function closedByNext(state: Where, items: readonly AgendaItem[]): readonly ItemId[] {
  const { current } = state
  if (current === null) return []
  const isLeft = (part: AgendaItem): boolean => part.id !== current && !isDone(state, part.id)
  if (items.some((item) => item.parent === current && isLeft(item))) return []
  const above = items.find((item) => item.id === current)?.parent ?? null
  if (above === null || proceedingOf(state, above)?.progress !== 'begun') return [current]
  return items.some((item) => item.parent === above && isLeft(item)) ? [current] : [current, above]
}

function closedLast(state: Where, items: readonly AgendaItem[]): ItemId | null {
  let found: { readonly id: ItemId; readonly at: number } | null = null
  for (const { id } of items) {
    const proceeding = proceedingOf(state, id)
    if (proceeding?.progress !== 'closed' || proceeding.closedAt === null) continue
    if (found === null || proceeding.closedAt >= found.at) found = { id, at: proceeding.closedAt }
  }
  return found?.id ?? null
}
