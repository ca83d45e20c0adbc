import type { MeetingId } from '../../../shared/base/index.ts'
import type { RecordComment } from '../../../shared/session/index.ts'
import type { SessionChange, StoredVersion } from '../port.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'

/** The writes for new versions and comments; null when a version is there already: it is written once and never changed. */
export async function afterWrites(
  log: SyncedLog,
  meetingId: MeetingId,
  { versions, comments, redacted = [] }: NonNullable<SessionChange['rows']>,
): Promise<readonly Write[] | null> {
  const writes: Write[] = []
  for (const version of versions) {
    const write = versionWrite(meetingId, version)
    if ((await log.get(write.key)) !== undefined) return null
    writes.push(write)
  }
  for (const version of redacted) {
    const before = await readVersion(log, meetingId, version.number)
    if (before?.fingerprint !== version.fingerprint) throw new Error('Only names may go out of a version')
    const key = keys.version(meetingId, version.number)
    writes.push({ type: 'put', key, value: sealJson(key, version) })
  }
  for (const comment of comments) {
    if (!isName(comment.id)) throw new Error('A comment has an id that is not one')
    const key = keys.comment(meetingId, comment.id)
    writes.push({ type: 'put', key, value: sealJson(key, comment) })
  }
  return writes
}

/** The write of a version where none of its number is. */
export function versionWrite(meetingId: MeetingId, version: StoredVersion): Write {
  const key = keys.version(meetingId, version.number)
  return { type: 'put', key, value: sealJson(key, version) }
}

/** One version, or null when there is none of that number. */
export async function readVersion(log: SyncedLog, meetingId: MeetingId, number: number): Promise<StoredVersion | null> {
  const key = keys.version(meetingId, number)
  const sealed = await log.get(key)
  if (sealed === undefined) return null
  return whole(`version ${number} of meeting ${meetingId}`, () => unsealJson<StoredVersion>(key, sealed))
}

/** Every comment, oldest first. */
export async function readComments(log: SyncedLog, meetingId: MeetingId): Promise<readonly RecordComment[]> {
  const found: RecordComment[] = []
  for await (const [key, sealed] of log.entries(ranges.comments(meetingId))) {
    found.push(whole(`comments of meeting ${meetingId}`, () => unsealJson<RecordComment>(key, sealed)))
  }
  return found.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}

function whole<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Damaged(what, 'its stored bytes do not fit their checksum', error)
  }
}
