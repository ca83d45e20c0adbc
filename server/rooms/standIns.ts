import type { Millis, OutcomeId } from '../../shared/base/index.ts'
import type { MeetingHead, MeetingRecord } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'

/** Stands in until shared/session exports it. */
export function changeHead(state: SessionState, patch: Partial<MeetingHead>): SessionState {
  return { ...state, head: { ...state.head, ...patch } }
}

/** Stands in until shared/session exports it. */
export function isBeingRead({ reading }: Pick<SessionState, 'reading'>, outcomeId: OutcomeId, now: Millis): boolean {
  return reading !== null && reading.outcome === outcomeId && reading.until > now
}

/** Stands in until shared/access exports it. */
export function placeVisibleTo(
  _role: 'observer',
  place: { readonly item: string | null; readonly field: string | null },
  { session }: MeetingRecord,
): { readonly item: string | null; readonly field: string | null } {
  return session.closed || session.closedItems.length > 0 ? { item: null, field: null } : place
}
