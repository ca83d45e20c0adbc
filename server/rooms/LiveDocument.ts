import * as Y from 'yjs'
import type { DocumentId, Result } from '../../shared/base/index.ts'
import { ok } from '../../shared/base/index.ts'
import { Collected, type DocumentShape, type LostWords, limits, recordShape } from '../../shared/record/index.ts'
import { reportShape } from '../../shared/report/index.ts'
import type { Documents, StoredDocument } from '../storage/index.ts'
import type { KnownWords } from './judgeTyping.ts'
import type { Written } from './Written.ts'

/** What a turn made of the document: merged, not yet stored. */
export interface Made {
  /** One merged update, or null when nothing changed. */
  readonly frame: Uint8Array | null
}

const shapes: Readonly<Record<StoredDocument['kind'], DocumentShape>> = { record: recordShape, report: reportShape }

const compactAfterFrames = 2_000
const compactWhenIdleAfterFrames = 20

/**
 * A document in memory, as the log has it. Between `apply` and `stored` it is one turn ahead of the log, and whoever
 * drives it must let nobody read it then (DECIDED 9).
 */
export class LiveDocument {
  readonly doc: Y.Doc
  readonly shape: DocumentShape
  /** Where things stood that have been deleted and collected since the document was read. */
  readonly collected: Collected
  /** Where runs of words belong, so that a key costs the same in every record. */
  readonly known: KnownWords = new WeakMap()
  private made: Uint8Array[] = []
  private whole: { readonly update: Uint8Array; readonly stateVector: Uint8Array } | null = null
  private framesSinceSnapshot: number
  /** Bytes of the document, estimated from above between two countings. */
  private estimatedBytes: number

  private constructor(
    private readonly documents: Documents,
    private readonly documentId: DocumentId,
    stored: StoredDocument,
    public seq: number,
  ) {
    this.doc = new Y.Doc()
    this.doc.transact(() => {
      if (stored.snapshot !== null) Y.applyUpdate(this.doc, stored.snapshot)
      for (const frame of stored.frames) Y.applyUpdate(this.doc, frame)
    })
    if (!this.isWhole()) throw new Error('The stored document has a gap')
    this.shape = shapes[stored.kind]
    this.collected = new Collected(this.doc, this.shape)
    this.framesSinceSnapshot = stored.frames.length
    this.estimatedBytes = stored.frames.reduce((sum, frame) => sum + frame.length, stored.snapshot?.length ?? 0)
    this.doc.on('update', (update: Uint8Array) => {
      this.made.push(update)
    })
  }

  /** Reads a document from the log, whole or not at all. */
  static async open(
    documents: Documents,
    documentId: DocumentId,
  ): Promise<Result<{ live: LiveDocument; stored: StoredDocument }>> {
    const stored = await documents.load(documentId)
    if (!stored.ok) return stored
    return ok({ live: new LiveDocument(documents, documentId, stored.value, stored.value.seq), stored: stored.value })
  }

  /** Runs what applies a turn's updates as one transaction and gives back what came of it. Throws when the document is no longer sound. */
  apply(work: () => void): Made {
    this.made = []
    this.doc.transact(work)
    // The gate lets no gap through; if one came through all the same, this document must not go on.
    if (!this.isWhole()) throw new Error('An update left something pending')
    const parts = this.made
    this.made = []
    if (parts.length > 0) this.whole = null
    const frame = parts.length > 1 ? Y.mergeUpdates(parts) : (parts[0] ?? null)
    return { frame }
  }

  /** Whoever typed into something deleted may not know it yet and type on: what comes next has the same place. */
  rememberLost(lost: readonly LostWords[], written: readonly Written[]): void {
    for (const { clientId, path, whose } of lost) {
      const range = written.find((one) => one.clientId === clientId)
      if (whose === 'sender' && path !== null && range !== undefined) {
        this.collected.remember(clientId, range.clock, range.length, path)
      }
    }
  }

  /** A turn has been stored under this number. */
  stored(seq: number, frame: Uint8Array | null): void {
    this.seq = seq
    if (frame === null) return
    this.framesSinceSnapshot += 1
    this.estimatedBytes += frame.length
  }

  /** The whole document, encoded once between two changes. */
  encoded(): { readonly update: Uint8Array; readonly stateVector: Uint8Array } {
    this.whole ??= { update: Y.encodeStateAsUpdate(this.doc), stateVector: Y.encodeStateVector(this.doc) }
    return this.whole
  }

  /** What somebody with this state vector lacks. */
  encodedSince(stateVector: Uint8Array): Uint8Array {
    // Nothing at all, as fifty say who come in at once: they get the same bytes.
    if (stateVector.length === 1 && stateVector[0] === 0) return this.encoded().update
    return Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  /** What this memory has, which may be one turn ahead of the log. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** Whether so many more bytes would make the document larger than it may be. Counts only when the estimate says so. */
  wouldExceed(bytes: number): boolean {
    if (this.estimatedBytes + bytes <= limits.documentBytes) return false
    this.estimatedBytes = this.encoded().update.length
    return this.estimatedBytes + bytes > limits.documentBytes
  }

  /** Whether so many frames have gathered that the next opening would be slow. */
  isDueForCompaction(idle: boolean): boolean {
    return this.framesSinceSnapshot >= (idle ? compactWhenIdleAfterFrames : compactAfterFrames)
  }

  /** Replaces the frames up to here by one snapshot. Must run while nothing is ahead of the log. */
  async compact(): Promise<void> {
    const { update } = this.encoded()
    const upTo = this.seq
    const done = await this.documents.compact(this.documentId, upTo, update)
    // Refused (somebody else was faster, or the record is frozen): the frames are still there, so nothing is lost.
    if (done.ok) this.framesSinceSnapshot = 0
  }

  close(): void {
    this.doc.destroy()
  }

  private isWhole(): boolean {
    return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
  }
}
