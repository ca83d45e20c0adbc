import * as Y from 'yjs'
import { ok, type Result } from '../base/index.ts'
import { applyEdit } from './edit/applyEdit.ts'
import type { RecordEdit } from './edit/recordEdit.ts'

/**
 * The first update of a new record, made of edits. Only the server calls it, once a record, with a client id of its own:
 * the same edits under the same id give the same bytes.
 */
export function createRecordDocument(edits: readonly RecordEdit[], clientId: number): Result<Uint8Array> {
  const doc = new Y.Doc()
  doc.clientID = clientId
  for (const edit of edits) {
    const applied = applyEdit(doc, edit, 'create')
    if (!applied.ok) return applied
  }
  return ok(Y.encodeStateAsUpdate(doc))
}
