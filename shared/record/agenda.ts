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
 * (DECIDED 6): an unknown parent counts as none; in a cycle, or where items are nested deeper, the smaller id goes top level.
 */
export function readAgenda<E extends Placeable>(entries: ReadonlyMap<string, E>): readonly PlacedItem<E>[] {
  const tops: E[] = []
  const children = new Map<string, E[]>()
  const parents = mendParents(entries)
  for (const entry of entries.values()) {
    const parent = parents.get(entry.id)
    const list = parent === undefined ? tops : children.get(parent)
    if (list !== undefined) list.push(entry)
    else if (parent !== undefined) children.set(parent, [entry])
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

/**
 * Who hangs under whom after repair. Going through the ids from the smallest, whoever is nested where the nesting is too
 * deep goes top level; that only ever mends, so one pass is enough and every copy makes the same choice.
 */
function mendParents(entries: ReadonlyMap<string, Placeable>): ReadonlyMap<ItemId, ItemId> {
  const parents = new Map<ItemId, ItemId>()
  const childCounts = new Map<ItemId, number>()
  for (const { id, parent } of entries.values()) {
    if (parent === null || !entries.has(parent)) continue
    parents.set(id, parent)
    childCounts.set(parent, (childCounts.get(parent) ?? 0) + 1)
  }
  for (const id of [...parents.keys()].sort()) {
    const parent = parents.get(id)
    if (parent === undefined) continue
    const isTooDeep = parents.has(parent) || (childCounts.get(id) ?? 0) > 0
    if (!isTooDeep) continue
    parents.delete(id)
    childCounts.set(parent, (childCounts.get(parent) ?? 0) - 1)
  }
  return parents
}
