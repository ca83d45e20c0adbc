import type { DocumentId, GroupId, MeetingId } from '../../shared/base/index.ts'
import type { Log } from '../base/index.ts'
import type { Storage } from '../storage/index.ts'
import type { ArchiveLine } from './Digest.ts'
import type { Search } from './face.ts'
import type { Shelf } from './Shelf.ts'
import { stampOf } from './stamp.ts'

/** A group whose records are known by their lines. */
export interface Shelved {
  readonly lines: Map<MeetingId, ArchiveLine>
  /** Not in the index yet, or not in their present state. */
  readonly pending: Set<MeetingId>
}

interface Parts {
  readonly storage: Pick<Storage, 'meetings' | 'documents'>
  readonly shelf: Shelf
  readonly search: Search
  readonly log: Log
}

/** Reads that are under way side by side: few, so that whoever edits meanwhile does not wait behind thousands. */
const atOnce = 32

/** Compares what is stored of a group with what was made of it: by numbers alone, so that a start reads no record. */
export async function compareGroup({ storage, shelf, search, log }: Parts, groupId: GroupId): Promise<Shelved> {
  const known = await shelf.lines(groupId)
  const lines = new Map<MeetingId, ArchiveLine>()
  const stamps: [MeetingId, string][] = []
  const pending = new Set<MeetingId>()
  const meetings = await storage.meetings.list(groupId)
  const seqs = await documentSeqs(
    storage,
    meetings.map(({ meetingId }) => documentOf(meetingId)),
  )
  for (const [index, { meetingId, session }] of meetings.entries()) {
    const stamp = stampOf(session.seq, seqs[index] ?? 0)
    stamps.push([meetingId, stamp])
    const line = known.get(meetingId)
    if (line?.stamp === stamp) lines.set(meetingId, line)
    else pending.add(meetingId)
  }
  for (const meetingId of await search.reconcile(groupId, stamps)) {
    // Ids that the index gives back are those that it was asked for.
    pending.add(meetingId as MeetingId)
  }
  if (pending.size > 0) log.info({ group: groupId, records: pending.size }, 'records to be indexed')
  return { lines, pending }
}

/** A record's document bears its meeting's id (DECIDED 10). */
export function documentOf(meetingId: MeetingId): DocumentId {
  return meetingId as string as DocumentId
}

async function documentSeqs(storage: Parts['storage'], ids: readonly DocumentId[]): Promise<readonly (number | null)[]> {
  const seqs: (number | null)[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    seqs.push(...(await Promise.all(ids.slice(from, from + atOnce).map((id) => storage.documents.seqOf(id)))))
  }
  return seqs
}
