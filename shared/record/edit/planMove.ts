import * as Y from 'yjs'
import { type ItemId, ok, type Result, refuse } from '../../base/index.ts'
import { type Placement, placeAfter } from '../order.ts'
import type { RootName } from '../schema.ts'
import { readItemPlaces, siblingItems, siblingQualifiers } from './places.ts'
import { findEntry, type Plan, planSet, type Values, writeOrders } from './plan.ts'
import { checkParent, placeUnder } from './planAdd.ts'
import type { EntryRef, RecordEdit } from './recordEdit.ts'

type Edit<K extends RecordEdit['kind']> = Extract<RecordEdit, { kind: K }>

/** Another place, or another parent, for an agenda item. What somebody is typing in it is not touched. */
export function planItemMove(doc: Y.Doc, edit: Edit<'item.move'>): Result<Plan> {
  const fits = checkParent(doc, edit.parent)
  if (!fits.ok) return fits
  const hasChildren = readItemPlaces(doc).some((place) => place.parent === edit.id)
  if (edit.parent === edit.id || (edit.parent !== null && hasChildren))
    return refuse('invalid', 'Items are nested one level deep.')
  const place = placeAfter(siblingItems(doc, edit.parent, edit.id), edit.after)
  return planMove(doc, { root: 'items', id: edit.id }, place, { parent: edit.parent })
}

/** Another place, or another item, for an outcome, action or target. */
export function planEntryMove(
  doc: Y.Doc,
  entry: Exclude<EntryRef, { root: 'items' }>,
  item: ItemId,
  after: string | null,
): Result<Plan> {
  const place = placeUnder(doc, entry.root, item, { id: entry.id, after })
  return place === null ? refuse('notFound', 'The item is not in the record.') : planMove(doc, entry, place, { item })
}

/** Another place for a qualifier in its outcome. */
export function planQualifierMove(doc: Y.Doc, edit: Edit<'qualifier.move'>): Result<Plan> {
  const outcome = findEntry(doc, { root: 'outcomes', id: edit.outcome })
  if (!outcome.ok) return outcome
  const place = placeAfter(siblingQualifiers(outcome.value, edit.id), edit.after)
  const set = planSet(doc, { root: 'outcomes', id: edit.outcome, qualifier: edit.id }, { order: place.order })
  if (!set.ok) return set
  const write = (): void => {
    const qualifiers = outcome.value.get('qualifiers')
    if (qualifiers instanceof Y.Map) writeOrders(qualifiers, place.rekeyed)
    set.value.write()
  }
  return ok({ write, undo: set.value.undo })
}

function planMove(doc: Y.Doc, entry: EntryRef, place: Placement, values: Values): Result<Plan> {
  const set = planSet(doc, entry, { ...values, order: place.order })
  if (!set.ok) return set
  const root: RootName = entry.root
  const write = (): void => {
    writeOrders(doc.getMap<unknown>(root), place.rekeyed)
    set.value.write()
  }
  return ok({ write, undo: set.value.undo })
}
