import type { AttendanceEntry, Party } from '../../record/index.ts'
import { isSameParty } from '../isSameParty.ts'
import type { SessionState } from '../state.ts'

/** In its place if it is in the list already, else at the end. */
export function recordAttendance(state: SessionState, entry: AttendanceEntry): SessionState {
  const isThere = state.attending.some((one) => isSameParty(one.party, entry.party))
  const attending = isThere
    ? state.attending.map((one) => (isSameParty(one.party, entry.party) ? entry : one))
    : [...state.attending, entry]
  return { ...state, attending }
}

/** Out of the list. */
export function removeAttendance(state: SessionState, party: Party): SessionState {
  return { ...state, attending: state.attending.filter((one) => !isSameParty(one.party, party)) }
}
