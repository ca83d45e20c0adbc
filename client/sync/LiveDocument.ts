import * as Y from 'yjs'
import { type CompareWords, rewriteLines } from './rewriteLines.ts'

/** Origin of what came from the server or from this device's own copy: not to be sent, not to be undone. */
export const received = Symbol('received')
/** Origin of named edits: sent, but undone by name and never by an UndoManager (DECIDED 8). */
export const named = Symbol('named')

/**
 * One Y.Doc with the one client id it will ever have. After a refusal, and after each reload, there is a new one (DECIDED 4).
 */
export class LiveDocument {
  readonly doc = new Y.Doc()
  readonly #onLocal: (clientId: number, update: Uint8Array) => void
  readonly #onChange: () => void
  readonly #find: (doc: Y.Doc, word: string) => Y.XmlFragment | null

  constructor(parts: {
    readonly start: readonly Uint8Array[]
    readonly onLocal: (clientId: number, update: Uint8Array) => void
    readonly onChange: () => void
    /** Finds a text by its path, as this kind of document has them. */
    readonly find: (doc: Y.Doc, word: string) => Y.XmlFragment | null
  }) {
    this.#onLocal = parts.onLocal
    this.#onChange = parts.onChange
    this.#find = parts.find
    this.receive(parts.start)
    this.doc.on('update', this.#updated)
  }

  /** Takes what is settled or was written earlier. */
  receive(updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, received)
    }, received)
  }

  /** Whether an update arrived that builds on something which is missing. */
  get hasHole(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc)
  }

  /** The text at `outcomes/<id>/text`, or null when it is not there (yet). */
  fragment(word: string): Y.XmlFragment | null {
    return this.#find(this.doc, word)
  }

  /** Adds lines of plain words at the end of notes, as new typing of this person. */
  append(word: string, words: string): boolean {
    const notes = this.fragment(word)
    if (notes === null) return false
    this.doc.transact(() => {
      const paragraphs = words.split('\n').map((line) => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(line)])
        return paragraph
      })
      notes.insert(notes.length, paragraphs)
    }, named)
    return true
  }

  /** Writes new words over the one paragraph or list that has exactly these; false when none or more than one has. */
  rewrite(word: string, before: string, after: string, compare: CompareWords): boolean {
    const fragment = this.fragment(word)
    if (fragment === null) return false
    return this.doc.transact(() => rewriteLines(fragment, before, after, compare), named)
  }

  close(): void {
    this.doc.off('update', this.#updated)
    this.doc.destroy()
  }

  readonly #updated = (update: Uint8Array, origin: unknown): void => {
    if (origin !== received) this.#onLocal(this.doc.clientID, update)
    this.#onChange()
  }
}
