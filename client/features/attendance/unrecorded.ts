import type { Person } from '../../../shared/protocol/index.ts'
import type { AttendanceRow } from './attendanceRows.ts'

/** A delegation whose people are in the meeting while it is not recorded as present. */
export interface Unrecorded {
  readonly row: AttendanceRow
  readonly people: readonly Person[]
}

/** Delegations that are in the room, as the list of those present tells, and not recorded as present; observers' too. */
export function unrecorded(rows: readonly AttendanceRow[], people: readonly Person[]): readonly Unrecorded[] {
  const byDelegation = new Map<string, Person[]>()
  for (const person of people) {
    if (person.delegationId === null) continue
    byDelegation.set(person.delegationId, [...(byDelegation.get(person.delegationId) ?? []), person])
  }
  return rows.flatMap((row) => {
    if ('words' in row.party || row.entry?.state === 'present') return []
    const inRoom = byDelegation.get(row.party.delegation)
    return inRoom === undefined ? [] : [{ row, people: inRoom }]
  })
}
