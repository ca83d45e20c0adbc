import { closedToObservers, type Hidden, hidesPart } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import type { VersionLineAnswer } from '../../shared/protocol/index.ts'
import type { SessionState, VersionLine } from '../../shared/session/index.ts'
import type { StoredVersion } from '../storage/index.ts'
import type { EnteredMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** One version as the list of versions has it. */
export function versionLineOf({ number, kind, revision, at, actor, fingerprint, reason }: VersionLine): VersionLineAnswer {
  return { number, kind, revision, at: new Date(at).toISOString(), actor, fingerprint, reason }
}

/** The version that the record is now: what is out, or what stands; null for a draft. */
export function presentVersion({ phase, versions, circulation }: SessionState): VersionLine | null {
  if (phase === 'adopted') return versions.at(-1) ?? null
  return versions.find(({ number }) => number === circulation?.version) ?? null
}

/** The version of this number, as it was written. */
export async function storedVersion(
  at: Pick<Workspace, 'storage'>,
  { meeting }: EnteredMeeting,
  number: string | number,
): Promise<Result<StoredVersion>> {
  const wanted = typeof number === 'number' ? number : /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0
  const version = wanted === 0 ? null : await at.storage.meetings.version(meeting.meetingId, wanted)
  return version === null ? refuse('notFound', 'There is no such version.') : { ok: true, value: version }
}

/** Which parts this caller may not see, as things are closed now; null when all are theirs to see. */
export async function hiddenFrom(
  at: Pick<Workspace, 'rooms'>,
  { meeting, place }: EnteredMeeting,
): Promise<Result<((part: Parameters<typeof hidesPart>[1]) => boolean) | null>> {
  if (place.role !== 'observer') return { ok: true, value: null }
  const record = await at.rooms.readRecord(meeting.meetingId)
  if (!record.ok) return record
  const hidden: Hidden | null = closedToObservers(record.value)
  return { ok: true, value: hidden === null ? null : (part) => hidesPart(hidden, part) }
}
