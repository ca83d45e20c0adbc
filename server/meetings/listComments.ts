import type { Caller } from '../../shared/access/index.ts'
import type { PersonId, Result } from '../../shared/base/index.ts'
import type { CommentAnswer } from '../../shared/protocol/index.ts'
import { type RecordComment, withoutAuthor } from '../../shared/session/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import { type Page, type PageAsk, page } from './page.ts'
import type { Workspace } from './Workspace.ts'

/** What delegations said of the circulated text, oldest first. Who made it stays with the server: only "yours" is told. */
export async function listComments(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  ask: PageAsk,
): Promise<Result<Page<CommentAnswer>>> {
  const entered = await enterMeeting(at, caller, meetingId, 'comments.read')
  if (!entered.ok) return entered
  const { meeting, place } = entered.value
  const comments = await at.storage.meetings.comments(meeting.meetingId)
  const shown = comments
    .map((comment) => withoutAuthor(comment, meeting.session.head.attribution))
    .map((comment) => commentAnswerOf(comment, place.person))
  return page(shown, (comment) => comment.commentId, ask)
}

function commentAnswerOf(comment: RecordComment, asking: PersonId): CommentAnswer {
  const { id, version, part, number, what, text, before, suggestion, author, person, at, answer, withdrawnAt } = comment
  return {
    commentId: id,
    version,
    part,
    number,
    what,
    text,
    before,
    suggestion,
    author,
    yours: person === asking,
    at: instant(at),
    answer: answer === null ? null : { ...answer, at: instant(answer.at) },
    withdrawnAt: withdrawnAt === null ? null : instant(withdrawnAt),
  }
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
