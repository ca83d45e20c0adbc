import type { DocumentId, Millis, PersonId, Result } from '../../shared/base/index.ts'
import type { ActedBy } from '../../shared/record/index.ts'

/** A copy of a record from before the server was restored, as a device brought it (DECIDED 11). Never merged; kept until it is let go of. */
export interface StoredCopy {
  /** Made by the device, so that bringing it again is bringing it once. */
  readonly copyId: string
  readonly documentId: DocumentId
  /** Whoever brought it; a name is never stored here, so that the attribution rule decides each time. */
  readonly person: PersonId
  readonly at: Millis
  /** The epoch that the copy belongs to. */
  readonly fromEpoch: string
  /** Over the words that it holds: copies that say the same share one body. */
  readonly sha256: string
  /** Length of the body. */
  readonly bytes: number
}

/** What a copy holds: the bytes as they came, and what was read out of them. */
export interface CopyBody {
  readonly raw: Uint8Array
  readonly read: Uint8Array
}

/** What became of one difference; the same words in another copy have the same id. */
export interface CopyDecision {
  readonly variantId: string
  readonly what: 'taken' | 'declined'
  readonly at: Millis
  readonly actor: ActedBy
}

/** How much may be kept: for one person and for all, of one document. */
export interface CopyBounds {
  readonly copiesEach: number
  readonly bytesEach: number
  readonly copies: number
  readonly bytes: number
}

/** Copies from before a restore, and what was decided about them. */
export interface Quarantine {
  /**
   * Keeps a copy. The same id again, or the same words of the same person, is the copy that is there already, and is answered so.
   * Refuses `conflict` for an id that another person used, `overLimit` beyond the bounds.
   */
  add(copy: StoredCopy, body: CopyBody, bounds: CopyBounds): Promise<Result<StoredCopy>>
  /** Oldest first. Throws when they cannot be read whole. */
  list(documentId: DocumentId): Promise<readonly StoredCopy[]>
  /** What a copy holds, by its hash; null when it was let go of. */
  body(documentId: DocumentId, sha256: string): Promise<CopyBody | null>
  /** Lets go of a copy for good, and of its body with the last that shares it. Refuses `notFound`. */
  remove(documentId: DocumentId, copyId: string): Promise<Result<null>>
  decisions(documentId: DocumentId): Promise<readonly CopyDecision[]>
  /** A later decision replaces the earlier one. Refuses `overLimit` beyond `most`. */
  decide(documentId: DocumentId, decision: CopyDecision, most: number): Promise<Result<null>>
}
