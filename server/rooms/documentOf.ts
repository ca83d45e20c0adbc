import type { DocumentId, MeetingId } from '../../shared/base/index.ts'

/** A record's document bears its meeting's id (DECIDED 10). */
export function documentOf(meetingId: MeetingId): DocumentId {
  return meetingId as string as DocumentId
}
