import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { CopyAnswer } from '../../shared/protocol/index.ts'
import { documentOf } from '../rooms/index.ts'
import type { CopyBounds } from '../storage/index.ts'
import { authorOf } from './authorOf.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

const megabyte = 1024 * 1024
/** For one person and for all, of one record. */
const bounds: CopyBounds = { copiesEach: 8, bytesEach: 24 * megabyte, copies: 120, bytes: 96 * megabyte }

interface Brought {
  readonly copyId: string
  /** The epoch that the copy belongs to. */
  readonly epoch: string
  readonly packed: Uint8Array
}

/** Takes a copy from before a restore into quarantine (DECIDED 11): read, kept, never merged. The same copy again is the same copy. */
export async function bringCopy(at: Workspace, caller: Caller, meetingId: string, brought: Brought): Promise<Result<CopyAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'copy.bring')
  if (!entered.ok) return entered
  const { meeting, file, place } = entered.value
  const { copyId, epoch, packed } = brought
  const documentId = documentOf(meeting.meetingId)
  const answerOf = (copy: { readonly copyId: string; readonly at: number; readonly bytes: number }): CopyAnswer => {
    const author = authorOf(at, file, place.person, meeting.session.head.attribution)
    return { copyId: copy.copyId, at: new Date(copy.at).toISOString(), bytes: copy.bytes, yours: true, author, open: null }
  }
  const known = (await at.storage.quarantine.list(documentId)).find((one) => one.copyId === copyId)
  if (known !== undefined && known.person === place.person) return ok(answerOf(known))
  const read = await at.copies.read(packed, place.person)
  if (!read.ok) return read
  const { sha256 } = read.value
  const bytes = packed.length + read.value.read.length
  const copy = { copyId, documentId, person: place.person, at: at.clock.now(), fromEpoch: epoch, sha256, bytes }
  const kept = await at.storage.quarantine.add(copy, { raw: packed, read: read.value.read }, bounds)
  if (!kept.ok) return kept
  at.log.info({ meeting: meetingId, copy: kept.value.copyId, person: place.person, bytes }, 'copy from before a restore kept')
  at.rooms.copiesChanged(meeting.meetingId)
  return ok(answerOf(kept.value))
}
