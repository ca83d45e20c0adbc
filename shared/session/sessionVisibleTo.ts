import { type Role, visibleTo } from '../access/index.ts'
import type { MeetingRecord } from '../record/index.ts'
import type { SessionState } from './state.ts'

/** The session less what is closed to observers; everyone else has all of it. `read` gives the record it belongs to. */
export function sessionVisibleTo(role: Role, session: SessionState, read: () => MeetingRecord): SessionState {
  if (role !== 'observer' || (!session.closed && session.closedItems.length === 0)) return session
  return { ...session, ...visibleTo(role, read()).session }
}
