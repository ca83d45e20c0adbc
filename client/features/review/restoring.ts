import type { ActionId, ItemId, OutcomeId, TargetId } from '../../../shared/base/index.ts'
import type { MeetingRecord, PartChange } from '../../../shared/record/index.ts'

/** A named edit that puts an entry back. */
export type Restoring =
  | { readonly kind: 'item.restore'; readonly id: ItemId }
  | { readonly kind: 'outcome.restore'; readonly id: OutcomeId }
  | { readonly kind: 'action.restore'; readonly id: ActionId }
  | { readonly kind: 'target.restore'; readonly id: TargetId }

/** The named edit that puts back what is gone in the later of two texts; null for what has no mark of removal: notes, speakers, attendance. */
export function restoringOf({ key, what, before }: PartChange): Restoring | null {
  if (what !== 'removed' || before === null) return null
  // The key of an entry is made of its own id.
  const id = key.slice(key.indexOf(':') + 1)
  switch (before.kind) {
    case 'item':
      return { kind: 'item.restore', id: id as ItemId }
    case 'outcome':
      return { kind: 'outcome.restore', id: id as OutcomeId }
    case 'action':
      return { kind: 'action.restore', id: id as ActionId }
    case 'target':
      return { kind: 'target.restore', id: id as TargetId }
    default:
      return null
  }
}

/** Whether it is still removed by itself. What went with its item comes back with it, and alone it would stand nowhere. */
export function isRestorable({ kind, id }: Restoring, record: MeetingRecord): boolean {
  if (kind === 'item.restore') return record.items.some((item) => item.id === id && item.removed)
  const entry = [...record.outcomes, ...record.actions, ...record.targets].find((one) => one.id === id)
  if (entry === undefined || !entry.removed) return false
  return record.items.some((item) => item.id === entry.item && !item.removed)
}
