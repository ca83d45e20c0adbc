import { createHash, timingSafeEqual } from 'node:crypto'

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Compares two hashes in a time that does not tell where they differ. */
export function sameHash(one: string, other: string): boolean {
  const first = Buffer.from(one)
  const second = Buffer.from(other)
  return first.length === second.length && timingSafeEqual(first, second)
}

/** SHA-256 as bytes, for whoever hashes in browsers too, where it takes its time. */
export async function sha256Digest(content: Uint8Array): Promise<Uint8Array> {
  return createHash('sha256').update(content).digest()
}
