import type { SessionFacts } from '../../../shared/record/index.ts'
import type { AttendancePart } from './outline.ts'

/** Attendance as a paper has it, in the shape in which it is counted and grouped: parties by their printed names. */
export function attendanceFacts(part: AttendancePart | null): Pick<SessionFacts, 'attending' | 'attendance'> {
  if (part === null) return { attending: [], attendance: [] }
  return {
    attending: part.entries.map(({ delegates, ...entry }) => ({
      ...entry,
      party: { words: entry.name },
      delegates: delegates.map((one) => ({ person: null, ...one })),
    })),
    attendance: part.lines.map((line) => ({ ...line, party: line.party === null ? null : { words: line.party.name } })),
  }
}
