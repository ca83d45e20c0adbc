import type * as Y from 'yjs'
import { ok, type Result } from '../../shared/base/index.ts'
import {
  applyReportEdit,
  findSentenceText,
  parseSentencePath,
  type ReportEdit,
  type ReportSentence,
  readReport,
} from '../../shared/report/index.ts'
import { LiveDocument, named } from './LiveDocument.ts'
import { Undoing } from './Undoing.ts'

interface ReportPenParts {
  readonly start: readonly Uint8Array[]
  readonly typing: Set<unknown>
  readonly onLocal: (clientId: number, update: Uint8Array) => void
  readonly onChange: () => void
}

/** The right to write in a report: its document, and what can be taken back in it. */
export class ReportPen {
  readonly live: LiveDocument
  readonly undoing: Undoing<ReportEdit>

  constructor(parts: ReportPenParts) {
    this.live = new LiveDocument({ ...parts, find: sentenceText })
    // Reading names the root; undoing watches whatever roots there are then.
    readReport(this.live.doc)
    this.undoing = new Undoing({
      doc: this.live.doc,
      typing: parts.typing,
      apply: (edit) => {
        const applied = applyReportEdit(this.live.doc, edit, named)
        return applied.ok ? applied.value.undo : null
      },
    })
  }

  get doc(): Y.Doc {
    return this.live.doc
  }

  read(): readonly ReportSentence[] {
    return readReport(this.live.doc)
  }

  edit(edit: ReportEdit): Result<null> {
    const applied = applyReportEdit(this.live.doc, edit, named)
    if (!applied.ok) return applied
    this.undoing.edited(applied.value.undo)
    return ok(null)
  }

  close(): void {
    this.undoing.close()
    this.live.close()
  }
}

function sentenceText(doc: Y.Doc, word: string): Y.XmlFragment | null {
  const id = parseSentencePath(word)
  return id === null ? null : findSentenceText(doc, id)
}
