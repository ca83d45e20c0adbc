import type * as Y from 'yjs'
import { findText, parseTextPath } from '../../shared/record/index.ts'

/** The text of a record at `outcomes/<id>/text`, or null when it is not there (yet). */
export function recordText(doc: Y.Doc, word: string): Y.XmlFragment | null {
  const path = parseTextPath(word)
  return path === null ? null : findText(doc, path)
}
