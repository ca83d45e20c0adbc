import * as Y from 'yjs'
import { readProgress } from './updates.js'

/**
 * One client of a live document, whatever it speaks. It keeps what it hears as bytes, so that two hundred of them cost little while the
 * clock runs; the copy is made of them afterwards, for the check that all of them end with the same text.
 */
export class Link {
  /** Client id → clock up to which its letters have come. */
  seen = new Map()
  /** The document as the server gave it at the entrance. */
  first = null
  /** Set by whoever wants frames at once. */
  onFrame = null
  presenceCount = 0
  /** Frames of words that came while letters were being measured. */
  frameCount = 0
  closedBy = null
  #heard = Buffer.allocUnsafe(64 * 1024)
  #length = 0

  constructor(ledger) {
    this.ledger = ledger
  }

  /** A frame has come: note who is seen how far, and keep it. */
  hear(update) {
    const now = performance.now()
    if (this.ledger.isMeasuring) this.frameCount += 1
    readProgress(update, (client, end) => this.ledger.note(this, client, end, now))
    this.#keep(update)
    this.onFrame?.(update)
  }

  /** How many letters this link lacks of all that were sent. */
  lags(ledger) {
    let missing = 0
    for (const [client, { from, sentAt }] of ledger.lanes) missing += from + sentAt.length - (this.seen.get(client) ?? from)
    return missing
  }

  /** All that came, one after the other. */
  get heard() {
    return this.#heard.subarray(0, this.#length)
  }

  /** The document as this client has it. */
  makeDoc() {
    const doc = new Y.Doc()
    doc.transact(() => {
      Y.applyUpdate(doc, this.first)
      for (let at = 0; at < this.#length; ) {
        const size = this.#heard.readUInt32LE(at)
        Y.applyUpdate(doc, this.#heard.subarray(at + 4, at + 4 + size))
        at += 4 + size
      }
    })
    return doc
  }

  #keep(update) {
    const needed = this.#length + 4 + update.length
    if (needed > this.#heard.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#heard.length * 2))
      this.#heard.copy(larger, 0, 0, this.#length)
      this.#heard = larger
    }
    this.#heard.writeUInt32LE(update.length, this.#length)
    this.#heard.set(update, this.#length + 4)
    this.#length = needed
  }
}
