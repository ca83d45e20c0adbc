import { fingerprintOf, type Sealed } from '../../../shared/record/index.ts'

/** `impossible`: this browser computes no hashes here, as over plain http from elsewhere. */
export type FingerprintCheck = 'matches' | 'differs' | 'impossible'

/** As much of the browser's crypto as it takes; its `subtle` is missing where the page did not come over a safe line. */
export interface Hasher {
  readonly subtle?: Pick<SubtleCrypto, 'digest'> | undefined
}

/** Computes the fingerprint of what this page was given, and lays it beside the one that the meeting names. */
export async function checkFingerprint(sealed: Sealed, named: string, { subtle }: Hasher): Promise<FingerprintCheck> {
  if (subtle === undefined) return 'impossible'
  const computed = await fingerprintOf(sealed, async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes)))
  return computed === named ? 'matches' : 'differs'
}

/** A fingerprint as it is read out: in groups of four. */
export function inFours(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ')
}
