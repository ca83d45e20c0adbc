import { countAttendance } from './countAttendance.ts'
import { keepTraces, mapSame } from './keepTraces.ts'
import type { AttendanceEntry, AttendanceLine, Attribution, DelegationType, SessionFacts } from './types.ts'

const types: readonly DelegationType[] = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other']

/**
 * The facts as a record may hold them under this rule: `named` all; `delegationType` no person's name and no speaker;
 * `none` no turn at the floor at all, and who took part only as counts. What the rule allows stays the same object.
 */
export function attributed(facts: SessionFacts, attribution: Attribution): SessionFacts {
  if (attribution === 'named') return facts
  const kept = keepTraces(facts, attribution)
  if (attribution === 'none') return { ...kept, attending: [], attendance: countsOf(kept) }
  return { ...kept, attending: mapSame(kept.attending, kept.attending.map(withoutDelegates)) }
}

function withoutDelegates(entry: AttendanceEntry): AttendanceEntry {
  return entry.delegates.length === 0 ? entry : { ...entry, delegates: [] }
}

/** Who took part as one line a type; what was stated as a count stays, without whom it named. */
function countsOf({ attending, attendance }: SessionFacts): readonly AttendanceLine[] {
  const stated = attendance
    .filter((line) => line.statedCount !== null)
    .map((line) => (line.party === null ? line : { ...line, party: null, note: null }))
  const named = attendance.filter((line) => line.statedCount === null && line.party !== null)
  const count = countAttendance({ attending, attendance: [] })
  const written = new Set(attending.map(({ party }) => JSON.stringify(party)))
  return [
    ...stated,
    ...types.flatMap((delegationType) => {
      const more = named.filter((line) => line.delegationType === delegationType && !written.has(JSON.stringify(line.party)))
      const sum = count.types[delegationType] + more.length
      return sum === 0 ? [] : [{ delegationType, party: null, statedCount: String(sum), note: null }]
    }),
  ]
}
