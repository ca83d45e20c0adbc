import { type Caller, closesSomething } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingSourceAnswer } from '../../shared/protocol/index.ts'
import type { ExportFile } from '../exports/index.ts'
import type { StoredSource } from '../storage/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** The files from which the record was made, for whoever may read the whole of it. */
export async function listBringInSources(
  at: Workspace,
  caller: Caller,
  meetingId: string,
): Promise<Result<{ items: MeetingSourceAnswer[] }>> {
  const sources = await sourcesFor(at, caller, meetingId)
  return sources.ok ? ok({ items: sources.value.map(sourceAnswer) }) : sources
}

/** One of these files as it came: always a download, never a page of ours. */
export async function readBringInSource(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  sourceId: string,
): Promise<Result<ExportFile>> {
  const sources = await sourcesFor(at, caller, meetingId)
  if (!sources.ok) return sources
  const source = sources.value.find((one) => one.sourceId === sourceId)
  return source === undefined
    ? unknown()
    : ok({
        name: source.name.includes('.') ? source.name : `${source.name}.txt`,
        mediaType: 'application/octet-stream',
        bytes: source.bytes,
      })
}

/** A file cannot be filtered like a record: where anything is closed to observers, or names may not be told, there is none of it. */
async function sourcesFor(at: Workspace, caller: Caller, meetingId: string): Promise<Result<readonly StoredSource[]>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  if (!entered.ok) return entered
  const { meeting, place } = entered.value
  const { session } = meeting
  if (session.head.attribution !== 'named' || (place.role === 'observer' && closesSomething(session))) return ok([])
  return ok(await at.storage.meetings.sources(meeting.meetingId))
}

function sourceAnswer({ sourceId, part, name, mediaType, sha256, at, bytes }: StoredSource): MeetingSourceAnswer {
  return { sourceId, part, name, mediaType, bytes: bytes.length, sha256, at: new Date(at).toISOString() }
}
