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
  const words = new TextEncoder().encode(canonicalJson(part))
  const grain = fromBase64url(salt)
  const bytes = new Uint8Array(grain.length + words.length)
  bytes.set(grain)
  bytes.set(words, grain.length)
  return hex(await digest(bytes))
}

/** The fingerprint of a version (DECIDED 13): SHA-256 over the canonical JSON of `{head, parts}`, parts being the list of part hashes. */
export async function fingerprintOf({ head, parts }: Sealed, digest: Digest): Promise<string> {
  const hashes = await Promise.all(parts.map((one) => ('hash' in one ? one.hash : partHash(one, digest))))
  return hex(await digest(new TextEncoder().encode(canonicalJson({ head, parts: hashes }))))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromBase64url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
