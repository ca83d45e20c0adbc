import { type DocumentId, type MeetingId, ok, type ReportId, type Result, refuse } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Storage } from '../storage/index.ts'
import type { ReportsPart } from './face.ts'
import { readKept } from './Kept.ts'
import { MeetingSide } from './MeetingSide.ts'
import { ReportSide } from './ReportSide.ts'
import type { SideHost } from './Side.ts'

/** What a room has of its own; told apart by `kind`. */
export type AnySide = MeetingSide | ReportSide

export interface OpenSideParts {
  readonly storage: Storage
  readonly reports: ReportsPart | null
  readonly onMoved: (meetingId: MeetingId, session: SessionState) => void
}

/** Finds out what bears this id, and gives the maker of its side once all that it needs is read. Refuses `notFound`. */
export async function openSide(parts: OpenSideParts, documentId: DocumentId): Promise<Result<(host: SideHost) => AnySide>> {
  const { storage, reports, onMoved } = parts
  // The same letters under another brand (DECIDED 10).
  const meeting = await storage.meetings.get(documentId as string as MeetingId)
  if (meeting !== null) {
    const kept = await readKept(storage.meetings, meeting.meetingId, meeting.session)
    return ok((host) => new MeetingSide(host, { meeting, kept, onMoved }))
  }
  const report = reports === null ? null : await storage.reports.get(documentId as string as ReportId)
  if (report === null || reports === null) return refuse('notFound', 'There is no such meeting.')
  const { readSources } = reports
  const sources = await readSources(report)
  return ok((host) => new ReportSide(host, { report, sources, readSources }))
}
