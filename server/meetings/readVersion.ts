import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { VersionAnswer } from '../../shared/protocol/index.ts'
import { type Part, partHash, type SaltedPart, type Sealed } from '../../shared/record/index.ts'
import { sha256Digest } from '../base/index.ts'
import { sealedOf } from '../rooms/index.ts'
import { type EnteredMeeting, enterMeeting } from './enterMeeting.ts'
import { hiddenFrom, storedVersion, versionLineOf } from './versionAnswers.ts'
import type { Workspace } from './Workspace.ts'

/** One version with all that its fingerprint is made of. Parts that the caller may not see are told as their hashes (DECIDED 13). */
export async function readVersion(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  number: string,
): Promise<Result<VersionAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  return versionFor(at, entered.value, number)
}

/** The same for whoever has entered already. */
export async function versionFor(
  at: Workspace,
  entered: EnteredMeeting,
  number: string | number,
): Promise<Result<VersionAnswer>> {
  const version = await storedVersion(at, entered, number)
  if (!version.ok) return version
  const hidden = await hiddenFrom(at, entered)
  if (!hidden.ok) return hidden
  const isHidden = hidden.value ?? (() => false)
  const sealed = sealedOf(version.value)
  const hiddenKeys = new Set(version.value.paper.parts.filter(isHidden).map((part) => part.key))
  const corrections = version.value.corrections.filter((one) => !hiddenKeys.has(one.part)).map((one) => ({ ...one }))
  const parts = await Promise.all(sealed.parts.map((one) => shown(one, isHidden)))
  return ok({ version: versionLineOf(version.value), sealed: { head: sealed.head, parts }, corrections })
}

async function shown(
  one: Sealed['parts'][number],
  isHidden: (part: Part) => boolean,
): Promise<SaltedPart | { readonly hash: string }> {
  if ('hash' in one) return one
  return isHidden(one.part) ? { hash: await partHash(one, sha256Digest) } : one
}
