import type { CommentCounts, RecordComment } from './version.ts'

/** How many comments there are, how many wait for an answer, and how many objections stop adoption. */
export function countComments(comments: readonly RecordComment[]): CommentCounts {
  return {
    total: comments.length,
    unanswered: comments.filter((one) => one.withdrawnAt === null && one.answer === null).length,
    objections: comments.filter(isOpenObjection).length,
  }
}

/** An objection that was neither withdrawn nor taken in as a whole. */
export function isOpenObjection({ what, withdrawnAt, answer }: RecordComment): boolean {
  return what === 'objection' && withdrawnAt === null && answer?.answer !== 'takenIn'
}
