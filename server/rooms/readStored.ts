import type { Role } from '../../shared/access/index.ts'
import { type MeetingId, ok, type Result, refuse } from '../../shared/base/index.ts'
import { type MeetingRecord, readRecord } from '../../shared/record/index.ts'
import { type ReportView, readReport, reportView, type SourcesNow } from '../../shared/report/index.ts'
import { type SessionState, sessionVisibleTo } from '../../shared/session/index.ts'
import type { Storage, StoredReport } from '../storage/index.ts'
import { documentOf } from './documentOf.ts'
import { LiveDocument } from './LiveDocument.ts'

/** Reads a record as it is stored without opening a room: reading never writes. */
export async function readStoredRecord(storage: Storage, meetingId: MeetingId): Promise<Result<MeetingRecord>> {
  const meeting = await storage.meetings.get(meetingId)
  if (meeting === null) return refuse('notFound', 'There is no such meeting.')
  const opened = await LiveDocument.open(storage.documents, documentOf(meetingId))
  if (!opened.ok) return opened
  const record = readRecord(opened.value.live.doc, meetingId, meeting.session)
  opened.value.live.close()
  return ok(record)
}

/** The same for what the chair runs, less what this role may not see. */
export async function readStoredSession(storage: Storage, meetingId: MeetingId, role: Role): Promise<Result<SessionState>> {
  const meeting = await storage.meetings.get(meetingId)
  if (meeting === null) return refuse('notFound', 'There is no such meeting.')
  // Only what is filtered needs the record, and only then is it read.
  if (role !== 'observer') return ok(meeting.session)
  const record = await readStoredRecord(storage, meetingId)
  return record.ok ? ok(sessionVisibleTo(role, meeting.session, () => record.value)) : record
}

/** A report as it is stored, with what its sources say now. */
export async function readStoredReport(storage: Storage, report: StoredReport, sources: SourcesNow): Promise<Result<ReportView>> {
  const opened = await LiveDocument.open(storage.documents, documentOf(report.reportId))
  if (!opened.ok) return opened
  const view = reportView(report, readReport(opened.value.live.doc), sources)
  opened.value.live.close()
  return ok(view)
}
