import * as Y from 'yjs'
import type { StoredDocument } from '../storage/index.ts'
import { objectionToReport } from './objectionToReport.ts'

/**
 * Whether stored bytes, whole as bytes, also make a whole document: every frame readable and none building on something
 * that is not there. Says why not, or null. What "decoded without an error" leaves open is asked here (RELIABILITY 1.2). A report's
 * document must also be one: nothing but sentences of its shape.
 */
export function checkDocument(stored: StoredDocument): string | null {
  const doc = new Y.Doc()
  try {
    if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot)
    for (const frame of stored.frames) Y.applyUpdate(doc, frame)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'A frame builds on one that is missing'
    return stored.kind === 'report' ? objectionToReport(doc) : null
  } catch {
    return 'A frame cannot be read as a part of a document'
  } finally {
    doc.destroy()
  }
}
