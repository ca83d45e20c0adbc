import type { Millis, OutcomeId } from '../base/index.ts'
import type { SessionState } from './state.ts'

/** Whether these words are being read out to the room now, and so locked for everyone. */
export function isBeingRead({ reading }: Pick<SessionState, 'reading'>, outcomeId: OutcomeId, now: Millis): boolean {
  return reading !== null && reading.outcome === outcomeId && reading.until > now
}
