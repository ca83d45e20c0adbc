import { fingerprintOf } from '../../shared/record/index.ts'
import { sha256Digest } from '../base/index.ts'
import type { StoredVersion } from '../storage/index.ts'
import { sealedOf } from './makeVersion.ts'

/** Whether a stored version's words still bear out its fingerprint (RELIABILITY G17). Says why not, or null. */
export async function checkVersion(version: StoredVersion): Promise<string | null> {
  try {
    const fingerprint = await fingerprintOf(sealedOf(version), sha256Digest)
    return fingerprint === version.fingerprint ? null : 'its words do not bear out its fingerprint'
  } catch {
    return 'its words and salts do not belong together'
  }
}
