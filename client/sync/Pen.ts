import type * as Y from 'yjs'
import { type MeetingId, ok, type Result } from '../../shared/base/index.ts'
import { applyEdit, createReader, type MeetingRecord, type RecordEdit, type RecordReader } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { LiveDocument, named } from './LiveDocument.ts'
import { recordText } from './recordText.ts'
import { Undoing } from './Undoing.ts'

interface PenParts {
  readonly meetingId: MeetingId
  readonly start: readonly Uint8Array[]
  /** Origins under which editors write this person's typing. */
  readonly typing: Set<unknown>
  readonly onLocal: (clientId: number, update: Uint8Array) => void
  readonly onChange: () => void
}

/** The right to write, as objects: one document with its reader and what can be undone in it. */
export class Pen {
  readonly live: LiveDocument
  readonly undoing: Undoing<RecordEdit>
  readonly #reader: RecordReader
  readonly #meetingId: MeetingId

  constructor(parts: PenParts) {
    this.#meetingId = parts.meetingId
    this.live = new LiveDocument({ ...parts, find: recordText })
    // The reader names the root maps; undoing watches whatever roots there are then.
    this.#reader = createReader(this.live.doc)
    this.undoing = new Undoing({
      doc: this.live.doc,
      typing: parts.typing,
      apply: (edit) => {
        const applied = applyEdit(this.live.doc, edit, named)
        return applied.ok ? applied.value.undo : null
      },
    })
  }

  get doc(): Y.Doc {
    return this.live.doc
  }

  read(session: SessionState): MeetingRecord {
    return this.#reader.read(this.#meetingId, session)
  }

  /** One named edit: one transaction, remembered so that it can be taken back by name. */
  edit(edit: RecordEdit): Result<null> {
    const applied = applyEdit(this.live.doc, edit, named)
    if (!applied.ok) return applied
    this.undoing.edited(applied.value.undo)
    return ok(null)
  }

  close(): void {
    this.undoing.close()
    this.#reader.close()
    this.live.close()
  }
}
