import { closedToObservers, closesSomething, factsLess, type Hidden, type Role } from '../access/index.ts'
import type { MeetingRecord } from '../record/index.ts'
import type { Floor, SessionState } from './state.ts'

/**
 * The session less what is closed to observers; everyone else has all of it. Of a closed item they may know that it is the
 * current one; of a closed meeting there is no floor and no attendance. `read` gives the record it belongs to.
 */
export function sessionVisibleTo(role: Role, session: SessionState, read: () => MeetingRecord): SessionState {
  if (role !== 'observer' || !closesSomething(session)) return session
  const record = read()
  // The session that is asked about says what is closed: the record may have been put together a moment earlier.
  const hidden = closedToObservers({ ...record, session })
  if (hidden === null) return session
  const isCurrentHidden = hidden.item(session.current)
  const { reading, shown } = session
  return {
    ...session,
    ...factsLess(hidden, session),
    clock: isCurrentHidden ? { runningSince: null, paused: false } : session.clock,
    floor: floorLess(hidden, session),
    reading: reading !== null && hidden.outcome(reading.outcome) ? null : reading,
    shown: shown !== null && hidden.outcome(shown) ? null : shown,
  }
}

function floorLess(hidden: Hidden, { closed, floor }: SessionState): Floor {
  if (closed) return { closedLists: [], limitMinutes: null, requests: [], speaking: null }
  const { closedLists, requests, speaking } = floor
  return {
    ...floor,
    closedLists: closedLists.filter((list) => list === 'none' || !hidden.item(list)),
    requests: requests.filter((request) => !hidden.item(request.item)),
    speaking: speaking !== null && hidden.item(speaking.request.item) ? null : speaking,
  }
}
