import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { isOrderKey } from './values.ts'

/** Whatever has a place among its kind: sorted by key, then by id, so that all copies agree. */
export interface Ordered {
  readonly id: string
  readonly order: string
}

/** The one order of entries. Compares code units: an order that depends on a language would differ between copies. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** A key for a new place, and the keys that others must take first so that it can be there. */
export interface Placement {
  readonly order: string
  readonly rekeyed: readonly Ordered[]
}

/**
 * A key that sorts right after `after` (null: before all) among `siblings`, which may come in any order. Where two
 * neighbours have equal or unreadable keys, no key fits between them: then those that follow get new keys.
 */
export function placeAfter(siblings: readonly Ordered[], after: string | null): Placement {
  const sorted = [...siblings].sort(byOrder)
  const index = after === null ? -1 : sorted.findIndex((sibling) => sibling.id === after)
  // An unknown neighbour (just removed by somebody else) means: at the end.
  const before = after !== null && index < 0 ? sorted.length - 1 : index
  const low = sorted[before]?.order ?? null
  const high = sorted[before + 1]?.order ?? null
  const fits = low === null || high === null || low < high
  if (fits && isKeyOrNull(low) && isKeyOrNull(high)) {
    const order = generateKeyBetween(low, high)
    if (isOrderKey(order)) return { order, rekeyed: [] }
  }
  return rekeyAll(sorted, before)
}

function isKeyOrNull(key: string | null): boolean {
  return key === null || isOrderKey(key)
}

/** Gives new keys to as few siblings as possible: the stretch around the place that has no usable keys. */
function rekeyAll(sorted: readonly Ordered[], before: number): Placement {
  let from = before
  while (from >= 0 && !standsAlone(sorted, from, -1)) from -= 1
  let to = before + 1
  while (to < sorted.length && !standsAlone(sorted, to, 1)) to += 1
  const low = sorted[from]?.order ?? null
  const high = sorted[to]?.order ?? null
  const stretch = sorted.slice(from + 1, to)
  const keys = generateNKeysBetween(low, high, stretch.length + 1)
  const at = before - from
  const rekeyed = stretch.map((sibling, index) => ({ id: sibling.id, order: keys[index < at ? index : index + 1] ?? '' }))
  return { order: keys[at] ?? '', rekeyed }
}

/** Whether a sibling's key can serve as a border: readable, and different from the neighbour's on the side we came from. */
function standsAlone(sorted: readonly Ordered[], index: number, side: -1 | 1): boolean {
  const key = sorted[index]?.order
  const inner = sorted[index - side]?.order
  return key !== undefined && isOrderKey(key) && key !== inner && key.length < 200
}
