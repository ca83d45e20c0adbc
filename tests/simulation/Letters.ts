import * as Y from 'yjs'

/** Follows every letter from the hand that wrote it: where it stands, who deleted it, where it was kept aside. */
export class Letters {
  #next = 0x4e00
  readonly #typed = new Map<string, string>()
  readonly #deleted = new Set<string>()

  /** Letters that nobody wrote before. */
  fresh(count: number): string {
    let letters = ''
    for (let n = 0; n < count; n += 1) letters += String.fromCharCode(this.#next++)
    return letters
  }

  get count(): number {
    return this.#typed.size
  }

  /** These letters were written by this person. */
  note(letters: string, who: string): void {
    for (const letter of letters) this.#typed.set(letter, who)
  }

  /** Notes what this person writes and deletes in their own document. */
  follow(doc: Y.Doc, who: string, isOwn: (origin: unknown) => boolean): void {
    // Before anything is collected, so that what was deleted can still be read.
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      if (!isOwn(transaction.origin)) return
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
        for (const letter of lettersOf(struct)) this.#deleted.add(letter)
      })
      const since = transaction.beforeState.get(doc.clientID) ?? 0
      for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
        if (struct.id.clock >= since) this.note(lettersOf(struct), who)
      }
    })
  }

  /** Letters that stand nowhere: not in the record, not aside, and deleted by nobody who had seen them. */
  lost(record: Y.Doc, aside: string): readonly string[] {
    const standing = lettersIn(record)
    const kept = new Set(aside)
    return [...this.#typed]
      .filter(([letter]) => !standing.has(letter) && !this.#deleted.has(letter) && !kept.has(letter))
      .map(([letter, who]) => `${letter} of ${who}`)
  }

  /** Those of one person that do not stand in this document although nobody deleted them. */
  missing(record: Y.Doc, who: string): readonly string[] {
    const standing = lettersIn(record)
    return [...this.#typed]
      .filter(([letter, by]) => by === who && !standing.has(letter) && !this.#deleted.has(letter))
      .map(([letter]) => letter)
  }
}

/** Letters of ours that stand in a document. */
function lettersIn(doc: Y.Doc): ReadonlySet<string> {
  const found = new Set<string>()
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) if (!struct.deleted) for (const letter of lettersOf(struct)) found.add(letter)
  }
  return found
}

function lettersOf(struct: Y.Item | Y.GC): string {
  if (!(struct instanceof Y.Item)) return ''
  const { content } = struct
  return content instanceof Y.ContentString ? [...content.str].filter((letter) => letter >= '\u4e00').join('') : ''
}
