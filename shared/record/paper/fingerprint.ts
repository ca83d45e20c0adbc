import { canonicalJson } from './canonicalJson.ts'
import type { Part, RecordPaper } from './Paper.ts'

/** SHA-256 of some bytes; given by whoever has it (Node, or the browser's own). */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

/** A part with the salt that keeps its words from being guessed by their hash; 16 random bytes as base64url. */
export interface SaltedPart {
  readonly salt: string
  readonly part: Part
}

/** A part of which somebody may know the hash only. */
export interface HiddenPart {
  readonly hash: string
}

/** What a fingerprint is made of and can be checked by: every copy, also one with hidden parts. */
export interface Sealed {
  readonly head: Omit<RecordPaper, 'parts'>
  readonly parts: readonly (SaltedPart | HiddenPart)[]
}

/** The hash of one part, in hexadecimal: SHA-256 over the bytes of its salt, then its canonical JSON in UTF-8. */
export async function partHash({ salt, part }: SaltedPart, digest: Digest): Promise<string> {
  const words = utf8(canonicalJson(part))
  const grain = fromBase64url(salt)
  const bytes = new Uint8Array(grain.length + words.length)
  bytes.set(grain)
  bytes.set(words, grain.length)
  return hex(await digest(bytes))
}

/** The fingerprint of a version (DECIDED 13): SHA-256 over the canonical JSON of `{head, parts}`, parts being the list of part hashes. */
export async function fingerprintOf({ head, parts }: Sealed, digest: Digest): Promise<string> {
  const hashes = await Promise.all(parts.map((one) => ('hash' in one ? one.hash : partHash(one, digest))))
  return hex(await digest(utf8(canonicalJson({ head, parts: hashes }))))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Code points as UTF-8; this house has neither Node's nor the browser's encoder. */
function utf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The bytes behind base64url; bits that make no whole byte are left out. */
function fromBase64url(text: string): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text) {
    held = (held << 6) | alphabet.indexOf(letter)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}
