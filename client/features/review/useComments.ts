import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { useMay, useRecord, useSession } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'

const nothing = [] as const

/** Everything that was said about the record, oldest first, as far as this person may read it. */
export function useComments(): readonly CommentAnswer[] {
  const meetingId = useRecord(idOf) ?? ''
  const mayRead = useMay('comments.read')
  const total = useSession((session) => session.comments.total) ?? 0
  // Each change of a comment is a change of the session: its number says which answer is old.
  const seq = useSession((session) => session.seq) ?? 0
  const enabled = mayRead && total > 0 && meetingId !== ''
  const answer = useQuery({ ...queries.comments(meetingId, seq), enabled, placeholderData: keepPreviousData, gcTime: 0 })
  return enabled ? (answer.data ?? nothing) : nothing
}

/** Neither answered nor withdrawn. */
export function isOpen(comment: CommentAnswer): boolean {
  return comment.answer === null && comment.withdrawnAt === null
}

/** The id of the record's meeting. */
export function idOf(record: MeetingRecord): string {
  return record.meetingId
}
