import { randomBytes } from 'node:crypto'
import { makeId, type NewId } from '../../shared/base/index.ts'

/** So many unguessable bytes. */
export type Random = (byteCount: number) => Uint8Array

/** The operating system's randomness. */
export function systemRandom(): Random {
  return (byteCount) => randomBytes(byteCount)
}

/** Hands out ids of 128 random bits. */
export function createNewId(random: Random): NewId {
  return () => makeId(random(16))
}

/** A secret for a link, a token or a cookie: 256 bits as base64url. Keep only its `sha256`. */
export function newSecret(random: Random): string {
  return Buffer.from(random(32)).toString('base64url')
}
