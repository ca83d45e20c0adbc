import type { DocumentId, MeetingId } from '../../shared/base/index.ts'
import { createReader, type MeetingRecord, type RecordReader } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Documents } from '../storage/index.ts'
import { documentOf } from './documentOf.ts'
import { LiveDocument } from './LiveDocument.ts'

/** A room's copy of its document, and the record as it reads from it. */
export class HeldRecord {
  readonly documentId: DocumentId
  private reader: RecordReader | null = null

  constructor(
    private readonly documents: Documents,
    private readonly meetingId: MeetingId,
    private held: LiveDocument,
  ) {
    this.documentId = documentOf(meetingId)
  }

  get live(): LiveDocument {
    return this.held
  }

  /** The record under this session. The same objects come back wherever nothing changed. */
  read(session: SessionState): MeetingRecord {
    this.reader ??= createReader(this.held.doc)
    return this.reader.read(this.meetingId, session)
  }

  /** Forgets the copy and reads the document anew from the log. */
  async reopen(): Promise<void> {
    const opened = await LiveDocument.open(this.documents, this.documentId)
    if (!opened.ok) throw new Error(`The document cannot be read again: ${opened.refusal.code}`)
    this.close()
    this.held = opened.value.live
  }

  close(): void {
    this.reader?.close()
    this.reader = null
    this.held.close()
  }
}
