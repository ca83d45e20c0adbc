import * as Y from 'yjs'
import { ok, type Result } from '../base/index.ts'
import { applyReportEdit } from './edit/applyReportEdit.ts'
import type { ReportEdit } from './edit/reportEdit.ts'

/** The first update of a new report, made of edits. Only the server calls it, once a report, with a client id of its own. */
export function createReportDocument(edits: readonly ReportEdit[], clientId: number): Result<Uint8Array> {
  const doc = new Y.Doc()
  doc.clientID = clientId
  // A document without a sentence is a report, too: the root alone makes no bytes.
  for (const edit of edits) {
    const applied = applyReportEdit(doc, edit, 'create')
    if (!applied.ok) return applied
  }
  return ok(Y.encodeStateAsUpdate(doc))
}
