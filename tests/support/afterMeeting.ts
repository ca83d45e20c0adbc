import { sha256Digest } from '../../server/base/index.ts'
import { sealedOf } from '../../server/rooms/index.ts'
import type { StoredVersion } from '../../server/storage/index.ts'
import type { CommandId, ItemId, MeetingId, Millis, PersonId } from '../../shared/base/index.ts'
import { fingerprintOf } from '../../shared/record/index.ts'
import type { Adoption, Circulation, RecordComment, SessionState, VersionLine } from '../../shared/session/index.ts'
import { newId, session, somebody } from './storageSamples.ts'

export const hour = 1_000_000 as Millis
export const farAway = 9_000_000_000_000 as Millis

/** A version with one paragraph, whose fingerprint its words bear out. */
export async function version(parts: Partial<StoredVersion> = {}, words = 'The Group agreed.'): Promise<StoredVersion> {
  const made = unsealed(newId<ItemId>(), words)
  return { ...made, fingerprint: await fingerprintOf(sealedOf(made), sha256Digest), ...parts }
}

/** The same with a fingerprint that was never reckoned, for tests that are about something else. */
export function unsealed(item: ItemId, words = 'The Group agreed.'): StoredVersion {
  const key = `note:${item}:0`
  const paper = {
    meetingId: newId<MeetingId>(),
    group: 'Universalization',
    head: session(0).head,
    spent: [],
    parts: [{ kind: 'note', key, item, number: '1', block: { kind: 'paragraph', runs: [{ text: words }] } }],
  } as const
  const salts = { [key]: newId<string>() }
  const line = { number: 1, kind: 'circulated', revision: 1, at: hour, actor: null, reason: null } as const
  return { ...line, fingerprint: 'a'.repeat(64), paper, salts, corrections: [], spans: {} }
}

/** What the session says of a version. */
export function lineOf({ number, kind, revision, at, actor, fingerprint, reason }: StoredVersion): VersionLine {
  return { number, kind, revision, at, actor, fingerprint, reason }
}

/** The circulation of a version. */
export function circulationOf({ number, fingerprint }: StoredVersion, parts: Partial<Circulation> = {}): Circulation {
  const usual = {
    revision: 1,
    at: hour,
    deadline: farAway,
    timeZone: 'UTC',
    mode: 'decision',
    moved: [],
    isSilenceBroken: false,
  } as const
  return { version: number, fingerprint, ...usual, ...parts }
}

/** The adoption of a version. */
export function adoptionOf({ number, fingerprint }: StoredVersion): Adoption {
  return { version: number, fingerprint, at: hour, how: 'decision', actor: null }
}

/** A comment on the first paragraph of a version. */
export function comment({ number, paper }: StoredVersion, parts: Partial<RecordComment> = {}): RecordComment {
  return {
    id: newId<CommandId>(),
    version: number,
    part: paper.parts[0]?.key ?? '',
    number: '1',
    what: 'comment',
    text: 'A word',
    before: null,
    suggestion: null,
    author: null,
    person: somebody as PersonId,
    at: hour,
    answer: null,
    withdrawnAt: null,
    ...parts,
  }
}

/** A session at this number that names these versions, the last of them adopted or out. */
export function sessionWith(seq: number, versions: readonly StoredVersion[], parts: Partial<SessionState> = {}): SessionState {
  return { ...session(seq), versions: versions.map(lineOf), ...parts }
}
