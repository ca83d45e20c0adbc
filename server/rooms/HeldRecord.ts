import type * as Y from 'yjs'
import type { MeetingId } from '../../shared/base/index.ts'
import { createReader, type MeetingRecord, type RecordReader } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { HeldDocument } from './HeldDocument.ts'
import type { LiveDocument } from './LiveDocument.ts'

/** The record as it reads from a room's copy of its document. */
export class HeldRecord {
  private reading: { readonly doc: Y.Doc; readonly reader: RecordReader } | null = null

  constructor(
    private readonly held: HeldDocument,
    private readonly meetingId: MeetingId,
  ) {}

  get live(): LiveDocument {
    return this.held.live
  }

  /** The record under this session. The same objects come back wherever nothing changed. */
  read(session: SessionState): MeetingRecord {
    const { doc } = this.held.live
    if (this.reading?.doc !== doc) {
      // The copy was read anew from the log, and what followed the old one follows nothing.
      this.close()
      this.reading = { doc, reader: createReader(doc) }
    }
    return this.reading.reader.read(this.meetingId, session)
  }

  close(): void {
    this.reading?.reader.close()
    this.reading = null
  }
}
