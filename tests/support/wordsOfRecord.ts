import * as Y from 'yjs'
import type { StoredDocument } from '../../server/storage/index.ts'

/** All words of a stored record, in no order of use: read without the product's own readers. */
export function wordsOfRecord({ snapshot, frames }: StoredDocument): string {
  const doc = new Y.Doc()
  for (const update of snapshot === null ? frames : [snapshot, ...frames]) Y.applyUpdate(doc, update)
  const roots = ['items', 'outcomes', 'actions', 'targets'].map((name) => doc.getMap(name).toJSON())
  return JSON.stringify(roots).replace(/<[^>]*>/g, ' ')
}
