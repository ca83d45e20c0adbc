import * as Y from 'yjs'
import { type CopyHeader, packCopy } from '../../shared/protocol/index.ts'
import { applyEdit, type RecordEdit } from '../../shared/record/index.ts'
import { must } from './storageSamples.ts'

/** A header that says nothing. */
export const bareHeader: CopyHeader = { phase: null, standings: {}, statuses: {} }

/** A record with these edits, as a copy that a device would bring. */
export function copyOf(edits: readonly RecordEdit[], header: Partial<CopyHeader> = {}): Uint8Array {
  const doc = new Y.Doc()
  for (const edit of edits) must(applyEdit(doc, edit, 'test'))
  return packCopy({ ...bareHeader, ...header }, Y.encodeStateAsUpdate(doc))
}

/** Bytes as text that `fetch` sends as they are. */
export function asBody(bytes: Uint8Array): Blob {
  return new Blob([bytes.slice()])
}
