import type { ItemId } from '../base/index.ts'
import { byOrder, type Ordered } from './order.ts'

/** What placing an item needs to know of it. */
export interface Placeable extends Ordered {
  readonly id: ItemId
  readonly parent: ItemId | null
  readonly removed: boolean
}

/** An item with its place, once cycles and deep nesting are repaired. */
export interface PlacedItem<E extends Placeable> {
  readonly entry: E
  readonly parent: ItemId | null
  /** "4" or "4.2"; null when it, or the item above it, is removed. */
  readonly number: string | null
}

/**
 * The items in display order, numbered, nested one level. What merging made of it is repaired the same way everywhere
 * (DECIDED 6): an unknown parent counts as none, in a cycle the smaller id goes top level, and what would be nested
 * deeper hangs under its topmost item.
 */
export function readAgenda<E extends Placeable>(entries: ReadonlyMap<string, E>): readonly PlacedItem<E>[] {
  const tops: E[] = []
  const children = new Map<string, E[]>()
  for (const entry of entries.values()) {
    const top = topOf(entry, entries)
    if (top === entry.id) tops.push(entry)
    else {
      const list = children.get(top)
      if (list === undefined) children.set(top, [entry])
      else list.push(entry)
    }
  }
  const placed: PlacedItem<E>[] = []
  let count = 0
  for (const top of tops.sort(byOrder)) {
    if (!top.removed) count += 1
    const number = top.removed ? null : String(count)
    placed.push({ entry: top, parent: null, number })
    let childCount = 0
    for (const child of (children.get(top.id) ?? []).sort(byOrder)) {
      const stands = number !== null && !child.removed
      if (stands) childCount += 1
      placed.push({ entry: child, parent: top.id, number: stands ? `${number}.${childCount}` : null })
    }
  }
  return placed
}

/** The top-level item under which an item hangs; its own id when it is one. */
function topOf(entry: Placeable, entries: ReadonlyMap<string, Placeable>): ItemId {
  const seen: ItemId[] = [entry.id]
  let current = entry
  for (;;) {
    const parent = current.parent === null ? undefined : entries.get(current.parent)
    if (parent === undefined) return current.id
    const start = seen.indexOf(parent.id)
    if (start >= 0) return seen.slice(start).sort()[0] ?? current.id
    seen.push(parent.id)
    current = parent
  }
}
