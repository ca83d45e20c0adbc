import { type Attribution, partHash, withoutName, withoutTraces } from '../../shared/record/index.ts'
import { sha256Digest } from '../base/index.ts'
import type { StoredVersion } from '../storage/index.ts'

/**
 * A version less whom a tighter attribution rule forbids to name (DECIDED 14). The parts that named somebody leave their hash
 * behind, so that the fingerprint can still be checked, and lose their salt, so that the names cannot be guessed by it. What
 * the rule allows comes back as the same object.
 */
export async function redactVersion(version: StoredVersion, attribution: Attribution): Promise<StoredVersion> {
  const actor = attribution === 'named' || version.actor === null ? version.actor : withoutName(version.actor)
  const hashes = { ...version.hashes }
  const salts = { ...version.salts }
  let isChanged = actor !== version.actor
  const parts = []
  for (const part of version.paper.parts) {
    const less = withoutTraces(part, attribution)
    parts.push(less)
    if (less === part) continue
    isChanged = true
    const salt = salts[part.key]
    if (salt === undefined) continue
    hashes[part.key] = await partHash({ salt, part }, sha256Digest)
    delete salts[part.key]
  }
  return isChanged ? { ...version, actor, salts, hashes, paper: { ...version.paper, parts } } : version
}
