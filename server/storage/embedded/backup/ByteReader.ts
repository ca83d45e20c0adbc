import { createHash } from 'node:crypto'

/** Reads exactly so many bytes at a time out of chunks of any size, and knows the hash of all that it gave. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #hash = createHash('sha256')
  #held: Uint8Array = new Uint8Array()
  #bytes = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** How many were taken. */
  get bytes(): number {
    return this.#bytes
  }

  /** The next bytes; null when there are not so many. */
  async take(length: number): Promise<Uint8Array | null> {
    if (this.#held.length < length) {
      const parts = [this.#held]
      let there = this.#held.length
      while (there < length) {
        const next = await this.#chunks.next()
        if (next.done === true) return null
        parts.push(next.value)
        there += next.value.length
      }
      this.#held = Buffer.concat(parts)
    }
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    this.#hash.update(taken)
    this.#bytes += length
    return taken
  }

  /** SHA-256 of all that was taken so far. */
  digest(): Buffer {
    return this.#hash.copy().digest()
  }
}
