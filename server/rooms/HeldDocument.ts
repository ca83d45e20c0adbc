import type { DocumentId } from '../../shared/base/index.ts'
import type { Documents } from '../storage/index.ts'
import { LiveDocument } from './LiveDocument.ts'

/** A room's copy of its document, which can be read anew from the log. */
export class HeldDocument {
  constructor(
    private readonly documents: Documents,
    readonly documentId: DocumentId,
    private held: LiveDocument,
  ) {}

  get live(): LiveDocument {
    return this.held
  }

  /** Forgets the copy and reads the document anew from the log. */
  async reopen(): Promise<void> {
    const opened = await LiveDocument.open(this.documents, this.documentId)
    if (!opened.ok) throw new Error(`The document cannot be read again: ${opened.refusal.code}`)
    this.close()
    this.held = opened.value.live
  }

  close(): void {
    this.held.close()
  }
}
