import * as Y from 'yjs'
import type { StoredDocument } from '../storage/index.ts'

/**
 * Whether stored bytes, whole as bytes, also make a whole document: every frame readable and none building on something
 * that is not there. Says why not, or null. What "decoded without an error" leaves open is asked here (RELIABILITY 1.2).
 */
export function checkDocument(stored: StoredDocument): string | null {
  const doc = new Y.Doc()
  try {
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot)
    for (const frame of stored.frames) Y.applyUpdate(doc, frame)
    return doc.store.pendingStructs === null && doc.store.pendingDs === null ? null : 'A frame builds on one that is missing'
  } catch {
    return 'A frame cannot be read as a part of a document'
  } finally {
    doc.destroy()
  }
}
