/** An update that is nothing but one stretch of words, behind a letter that it names: what nearly every key makes. */
export interface Typing {
  readonly client: number
  readonly clock: number
  /** Letters, as Yjs counts them. */
  readonly length: number
  readonly originClient: number
  readonly originClock: number
  /** The letter before which it stands; null for none. */
  readonly right: { readonly client: number; readonly clock: number } | null
}

const isString = 4
const hasOrigin = 0x80
const hasRightOrigin = 0x40
const maxTypingBytes = 4 * 1024

/**
 * Reads such an update, to its last byte; null for every other one, which is then read in full. It takes nothing that the full reading
 * would refuse: numbers are whole and small, the words are UTF-8, and there is not a byte more.
 */
export function readTyping(bytes: Uint8Array): Typing | null {
  // One client with one struct: both numbers stand in one byte each.
  if (bytes.length > maxTypingBytes || bytes[0] !== 1 || bytes[1] !== 1) return null
  const reader = new Reader(bytes, 2)
  const client = reader.number()
  const clock = reader.number()
  const info = reader.byte()
  if (info !== (isString | hasOrigin) && info !== (isString | hasOrigin | hasRightOrigin)) return null
  const originClient = reader.number()
  const originClock = reader.number()
  const right = info & hasRightOrigin ? { client: reader.number(), clock: reader.number() } : null
  const length = reader.letters()
  const isAll = reader.byte() === 0 && reader.at === bytes.length
  return isAll && length > 0 ? { client, clock, length, originClient, originClock, right } : null
}

/** Strict on purpose: fatal for broken UTF-8, as Yjs is. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** Four bytes of seven bits hold every clock that a record can reach; five hold every client id. */
const maxNumber = 0xffffffff

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    return this.bytes[this.at++] ?? -1
  }

  /** A variable unsigned integer; NaN, which is equal to nothing, when it is none that may stand here. */
  number(): number {
    let value = 0
    let factor = 1
    for (let count = 0; count < 5; count += 1) {
      const byte = this.byte()
      if (byte < 0) return Number.NaN
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value <= maxNumber ? value : Number.NaN
      factor *= 0x80
    }
    return Number.NaN
  }

  /** Passes over a text and counts its letters; -1 when it is none. */
  letters(): number {
    const size = this.number()
    const end = this.at + size
    // Also when the size is no number at all.
    if (!(end <= this.bytes.length)) return -1
    let plain = true
    for (let at = this.at; at < end; at += 1) if ((this.bytes[at] ?? 0) >= 0x80) plain = false
    const text = this.bytes.subarray(this.at, end)
    this.at = end
    if (plain) return size
    try {
      return utf8.decode(text).length
    } catch {
      return -1
    }
  }
}
