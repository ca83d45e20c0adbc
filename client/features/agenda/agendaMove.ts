import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView, RecordEdit } from '../../../shared/record/index.ts'

export type Direction = 'up' | 'down' | 'indent' | 'outdent'

type Move = Extract<RecordEdit, { readonly kind: 'item.move' }>

/** The edit that moves an item one step, or null where there is no such step. Items nest one level. */
export function agendaMove(items: readonly ItemView[], id: ItemId, direction: Direction): Move | null {
  const item = items.find((one) => one.id === id)
  if (item === undefined || item.removed) return null
  const siblings = items.filter((one) => one.parent === item.parent && !one.removed)
  const at = siblings.indexOf(item)
  const move = (parent: ItemId | null, after: Move['after']): Move => ({ kind: 'item.move', id, parent, after })
  switch (direction) {
    case 'up':
      return at <= 0 ? null : move(item.parent, siblings[at - 2]?.id ?? null)
    case 'down': {
      const next = siblings[at + 1]
      return next === undefined ? null : move(item.parent, next.id)
    }
    case 'indent': {
      const before = siblings[at - 1]
      const hasParts = items.some((one) => one.parent === id && !one.removed)
      return item.parent !== null || before === undefined || hasParts ? null : move(before.id, 'last')
    }
    case 'outdent':
      return item.parent === null ? null : move(null, item.parent)
  }
}

/** The edit that puts an item where it was dropped: right before or right after another one. */
export function agendaDrop(items: readonly ItemView[], id: ItemId, target: ItemId, side: 'before' | 'after'): Move | null {
  const item = items.find((one) => one.id === id)
  const other = items.find((one) => one.id === target)
  if (item === undefined || other === undefined || id === target || other.parent === id) return null
  const hasParts = items.some((one) => one.parent === id && !one.removed)
  // What has parts of its own cannot become a part: it lands behind the whole of what it was dropped into.
  if (hasParts && other.parent !== null) return { kind: 'item.move', id, parent: null, after: other.parent }
  const siblings = items.filter((one) => one.parent === other.parent && !one.removed && one.id !== id)
  const at = siblings.indexOf(other)
  const after = side === 'after' ? other.id : (siblings[at - 1]?.id ?? null)
  return { kind: 'item.move', id, parent: other.parent, after }
}
