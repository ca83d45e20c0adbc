import type * as Y from 'yjs'
import type { LiveDocument } from './LiveDocument.ts'
import type { Readable } from './Signal.ts'

/** The right to write in a document, whatever its kind: the document, and what can be taken back in it. */
export interface HeldPen {
  readonly live: LiveDocument
  readonly doc: Y.Doc
  readonly undoing: { undo(): void; redo(): void }
}

/** A document as it is seen here, as far as its way to the server and back is concerned. */
export interface HeldPicture {
  readonly pen: Readable<HeldPen | null>
  /** Of the server's data folder; null before anything is known. */
  epoch: string | null
  /** Opens a new document with a new client id on settled updates and what is on its way. */
  takePen(settled: readonly Uint8Array[]): HeldPen
  layDownPen(): void
  /** Settled words from the server. */
  receive(pen: HeldPen, update: Uint8Array): void
  /** Everything gathered for the copy is on the device after this. */
  flush(): Promise<void>
}
