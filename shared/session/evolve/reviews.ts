import type { ActionReview } from '../../record/index.ts'
import type { SessionState } from '../state.ts'

/** One review an action: the latest takes the place of the one before it; without words it is taken back. */
export function reviewAction(state: SessionState, review: ActionReview): SessionState {
  const { reviews } = state
  const isTakenBack = review.status === null && review.note === null
  if (isTakenBack) return { ...state, reviews: reviews.filter((one) => one.action !== review.action) }
  const isKnown = reviews.some((one) => one.action === review.action)
  return {
    ...state,
    reviews: isKnown ? reviews.map((one) => (one.action === review.action ? review : one)) : [...reviews, review],
  }
}
