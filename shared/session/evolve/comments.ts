import { countComments } from '../countComments.ts'
import type { SessionState } from '../state.ts'
import type { RecordComment } from '../version.ts'
import type { EventOf } from './eventOf.ts'

/** One more. The comment itself is stored beside the session. */
export function makeComment(state: SessionState, comment: RecordComment): SessionState {
  return count(state, [comment], [])
}

/** Withdrawn or answered: what was counted of it as it was is counted as it is. */
export function answerComment(
  state: SessionState,
  { comment, earlier }: EventOf<'comment.withdrawn' | 'comment.answered'>,
): SessionState {
  return count(state, [comment], [earlier])
}

function count(state: SessionState, come: readonly RecordComment[], gone: readonly RecordComment[]): SessionState {
  const [more, less] = [countComments(come), countComments(gone)]
  const { total, unanswered, objections } = state.comments
  const comments = {
    total: total + more.total - less.total,
    unanswered: unanswered + more.unanswered - less.unanswered,
    objections: objections + more.objections - less.objections,
  }
  const isSame = comments.total === total && comments.unanswered === unanswered && comments.objections === objections
  return isSame ? state : { ...state, comments }
}
