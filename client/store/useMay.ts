import { type Action, may, type Role, roles } from '../../shared/access/index.ts'
import type { Standpoint } from '../sync/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useSelected } from './useReadable.ts'

/** Whether this person may do this here and now: the same table as at the server, asked only to show or hide. */
export function useMay(action: Action): boolean {
  const { standpoint } = useMeeting()
  return useSelected(standpoint, (value) => value !== null && mayHere(value, action))
}

/** Which of these this person may do here and now; the list itself must not change. */
export function useMayWhich(actions: readonly Action[]): readonly Action[] {
  const { standpoint } = useMeeting()
  return useSelected(standpoint, (value) => (value === null ? [] : actions.filter((action) => mayHere(value, action))))
}

/** The role on the wire is a word; one we do not know may do nothing. */
export function roleOf(standpoint: Standpoint): Role | null {
  return roles.find((role) => role === standpoint.role) ?? null
}

function mayHere(standpoint: Standpoint, action: Action): boolean {
  const writes = action === 'record.editAgenda' || action === 'record.editText'
  // Who holds no document cannot write, whatever the table says: the page may be older than the record (DECIDED 11).
  if (writes && standpoint.mode === 'reader') return false
  return may(roleOf(standpoint), action, { phase: standpoint.session.phase, rules: standpoint.rules })
}
