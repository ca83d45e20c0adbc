import { fromBase64 as decode, toBase64 as encode } from 'lib0/buffer'

/** Bytes as the text in which they travel. */
export function toBase64(bytes: Uint8Array): string {
  return encode(bytes)
}

/** The bytes of such a text. */
export function fromBase64(text: string): Uint8Array {
  return decode(text)
}
