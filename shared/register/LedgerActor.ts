import type { EditingRules, Role } from '../access/index.ts'
import type { MeetingId, PersonId } from '../base/index.ts'
import type { DelegationFacts } from '../session/index.ts'

/** Who commands: all from the server's own knowledge. */
export interface LedgerActor {
  readonly role: Role
  readonly name: string
  readonly person: PersonId
  readonly delegation: DelegationFacts | null
  readonly rules: EditingRules
  /** The one meeting that a seat is good for; null for all of the group. */
  readonly onlyMeeting: MeetingId | null
}
