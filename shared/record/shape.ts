import { type Field, fieldOf, fieldsOf, rootNames } from './schema.ts'

/** What a kind of live document consists of: its root maps, each id → entry, and the fields of their entries (DECIDED 10). */
export interface DocumentShape {
  readonly roots: readonly string[]
  /** The fields of the entries of a root; no field for a root that is none. */
  readonly fieldsOf: Readonly<Record<string, Readonly<Record<string, Field>>>>
}

/** The shape of a meeting's record. */
export const recordShape: DocumentShape = { roots: rootNames, fieldsOf }

/** A field of an entry in this shape; null for one that it does not have. */
export function shapeField(shape: DocumentShape, root: string, name: string): Field | null {
  const fields = Object.hasOwn(shape.fieldsOf, root) ? shape.fieldsOf[root] : undefined
  return fields === undefined ? null : fieldOf(fields, name)
}
