import * as Y from 'yjs'
import { isId, ok, type Result, refuse } from '../../base/index.ts'
import type { Ordered } from '../order.ts'
import { type Field, fieldOf, fieldsOf, qualifierFields, type RootName } from '../schema.ts'
import { findQualifier } from '../textPath.ts'
import type { EntryRef, RecordEdit } from './recordEdit.ts'

/** An edit that was found possible: how to write it, and what would take it back. */
export interface Plan {
  readonly write: () => void
  readonly undo: RecordEdit | null
}

/** Plain values by field name. */
export type Values = Readonly<Record<string, unknown>>

/** The live map of an entry or qualifier, or a refusal. */
export function findEntry(doc: Y.Doc, entry: EntryRef): Result<Y.Map<unknown>> {
  const map = doc.getMap<unknown>(entry.root).get(entry.id)
  const qualifier = entry.root === 'outcomes' ? entry.qualifier : undefined
  const found = map instanceof Y.Map && qualifier !== undefined ? findQualifier(map, qualifier) : map
  return found instanceof Y.Map ? ok(found) : refuse('notFound', 'This is not in the record.')
}

/** Whether a new entry may have this id: well made, and never used, not even by something removed. */
export function checkNewId(holder: Y.Map<unknown>, id: string): Result<null> {
  if (!isId(id)) return refuse('invalid', 'An id is 128 bits in base64url.')
  return holder.has(id) ? refuse('conflict', 'There is something of this id already.') : ok(null)
}

/** Whether these values may stand in these fields. */
export function checkValues(root: RootName | 'qualifiers', values: Values): Result<null> {
  const fields: Readonly<Record<string, Field>> = root === 'qualifiers' ? qualifierFields : fieldsOf[root]
  for (const [name, value] of Object.entries(values)) {
    const field = fieldOf(fields, name)
    if (field?.kind !== 'value' || !field.accepts(value)) return refuse('invalid', `This value may not stand in ${name}.`)
  }
  return ok(null)
}

/** Sets values, if they fit; the undoing puts the old ones back while these still stand. */
export function planSet(doc: Y.Doc, entry: EntryRef, values: Values): Result<Plan> {
  const found = findEntry(doc, entry)
  if (!found.ok) return found
  const isQualifier = entry.root === 'outcomes' && entry.qualifier !== undefined
  const checked = checkValues(isQualifier ? 'qualifiers' : entry.root, values)
  if (!checked.ok) return checked
  const map = found.value
  const before = Object.fromEntries(Object.keys(values).map((name): [string, unknown] => [name, map.get(name) ?? null]))
  return ok({
    write: () => {
      for (const [name, value] of Object.entries(values)) map.set(name, value)
    },
    undo: { kind: 'values.restore', entry, values: before, ifStill: values },
  })
}

/** Writes the keys that neighbours must take first, so that something fits between them. */
export function writeOrders(holder: Y.Map<unknown>, rekeyed: readonly Ordered[]): void {
  for (const { id, order } of rekeyed) {
    const map = holder.get(id)
    if (map instanceof Y.Map) map.set('order', order)
  }
}
