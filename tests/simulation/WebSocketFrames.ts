const headEnd = Buffer.from('\r\n\r\n')

/** Cuts what runs over one direction of a line into what may be lost, doubled or overtaken as a whole: frames, once it is a WebSocket. */
export class WebSocketFrames {
  #rest = Buffer.alloc(0)
  #state: 'head' | 'frames' | 'plain' = 'head'

  /** Takes bytes in and gives back whole pieces; `isFrame` says which of them a bad proxy may meddle with. */
  take(bytes: Buffer): readonly { readonly bytes: Buffer; readonly isFrame: boolean }[] {
    if (this.#state === 'plain') return [{ bytes, isFrame: false }]
    this.#rest = Buffer.concat([this.#rest, bytes])
    const pieces: { readonly bytes: Buffer; readonly isFrame: boolean }[] = []
    if (this.#state === 'head') {
      const end = this.#rest.indexOf(headEnd)
      if (end < 0) return []
      const head = this.#rest.subarray(0, end + headEnd.length)
      const isUpgrade = /^upgrade: websocket/im.test(head.toString('latin1'))
      this.#state = isUpgrade ? 'frames' : 'plain'
      const passed = isUpgrade ? head : this.#rest
      this.#rest = this.#rest.subarray(passed.length)
      pieces.push({ bytes: passed, isFrame: false })
    }
    for (let length = frameLength(this.#rest); length !== null; length = frameLength(this.#rest)) {
      const frame = this.#rest.subarray(0, length)
      this.#rest = this.#rest.subarray(length)
      // Only what bears words: text and binary.
      pieces.push({ bytes: frame, isFrame: ((frame[0] ?? 0) & 0x0f) < 8 })
    }
    return pieces
  }
}

/** The length of the first frame in these bytes; null when it is not all there. RFC 6455, 5.2. */
function frameLength(bytes: Buffer): number | null {
  if (bytes.length < 2) return null
  const second = bytes[1] ?? 0
  const short = second & 0x7f
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0
  const head = 2 + extended + ((second & 0x80) === 0 ? 0 : 4)
  if (bytes.length < head) return null
  const payload = extended === 2 ? bytes.readUInt16BE(2) : extended === 8 ? Number(bytes.readBigUInt64BE(2)) : short
  return bytes.length < head + payload ? null : head + payload
}
