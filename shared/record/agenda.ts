import type { ItemId } from '../base/index.ts'
import type { ItemEntry } from './entries.ts'
import { byOrder } from './order.ts'

/** An item with its place, once cycles and deep nesting are repaired. */
export interface PlacedItem {
  readonly entry: ItemEntry
  readonly parent: ItemId | null
  /** "4" or "4.2"; null when it, or the item above it, is removed. */
  readonly number: string | null
}

/**
 * The items in display order, numbered, nested one level. What merging made of it is repaired the same way everywhere
 * (DECIDED 6): an unknown parent counts as none, in a cycle the smaller id goes top level, and what would be nested
 * deeper hangs under its topmost item.
 */
export function readAgenda(entries: ReadonlyMap<string, ItemEntry>): readonly PlacedItem[] {
  const tops: ItemEntry[] = []
  const children = new Map<string, ItemEntry[]>()
  for (const entry of entries.values()) {
    const top = topOf(entry, entries)
    if (top === entry.id) tops.push(entry)
    else children.set(top, [...(children.get(top) ?? []), entry])
  }
  const placed: PlacedItem[] = []
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
function topOf(entry: ItemEntry, entries: ReadonlyMap<string, ItemEntry>): ItemId {
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
