import * as Y from 'yjs'

/** A document for looking only, made of these updates. */
export function scratch(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}
