import * as Y from 'yjs'
import { type ItemId, isId } from '../../base/index.ts'
import { type Placeable, readAgenda } from '../agenda.ts'
import type { Ordered } from '../order.ts'
import type { RootName } from '../schema.ts'

/** The agenda's bare bones, without reading any text. */
export function readItemPlaces(doc: Y.Doc): readonly { readonly entry: Placeable; readonly parent: ItemId | null }[] {
  const places = new Map<string, Placeable>()
  for (const [id, map] of doc.getMap<unknown>('items').entries()) {
    if (!(map instanceof Y.Map) || !isId(id)) continue
    const parent: unknown = map.get('parent')
    places.set(id, {
      // Both branded after the test that they are ids.
      id: id as ItemId,
      order: orderOf(map),
      parent: typeof parent === 'string' && isId(parent) ? (parent as ItemId) : null,
      removed: map.get('removed') === true,
    })
  }
  return readAgenda(places)
}

/** The items beside which an item would stand under this parent. */
export function siblingItems(doc: Y.Doc, parent: ItemId | null, self: ItemId): readonly Ordered[] {
  return readItemPlaces(doc)
    .filter((place) => place.parent === parent && place.entry.id !== self)
    .map((place) => place.entry)
}

/** The entries of one kind under an item. */
export function siblingEntries(doc: Y.Doc, root: Exclude<RootName, 'items'>, item: ItemId, self: string): readonly Ordered[] {
  const siblings: Ordered[] = []
  for (const [id, map] of doc.getMap<unknown>(root).entries()) {
    if (id !== self && map instanceof Y.Map && map.get('item') === item) siblings.push({ id, order: orderOf(map) })
  }
  return siblings
}

/** The qualifiers of an outcome. */
export function siblingQualifiers(outcome: Y.Map<unknown>, self: string): readonly Ordered[] {
  const siblings: Ordered[] = []
  const qualifiers = outcome.get('qualifiers')
  if (!(qualifiers instanceof Y.Map)) return siblings
  for (const [id, map] of qualifiers.entries()) {
    if (id !== self && map instanceof Y.Map) siblings.push({ id, order: orderOf(map) })
  }
  return siblings
}

function orderOf(map: Y.Map<unknown>): string {
  const order: unknown = map.get('order')
  return typeof order === 'string' ? order : ''
}
