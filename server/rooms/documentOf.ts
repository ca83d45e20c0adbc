import type { DocumentId, MeetingId, ReportId } from '../../shared/base/index.ts'

/** A record's document bears its meeting's id, a report's its own (DECIDED 10). */
export function documentOf(id: MeetingId | ReportId): DocumentId {
  return id as string as DocumentId
}
