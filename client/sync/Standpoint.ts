import type { DelegationId, PersonId } from '../../shared/base/index.ts'
import type { Joined, Person } from '../../shared/protocol/index.ts'
import type { SessionState } from '../../shared/session/index.ts'

/** Who this person is in the meeting; known offline, too. */
export interface Me {
  readonly personId: PersonId
  readonly delegationId: DelegationId | null
  readonly name: string
}

/** What this person is in this meeting, as the server last said. */
export interface Standpoint {
  readonly mode: 'pen' | 'reader'
  readonly readerBecause: Joined['readerBecause']
  readonly role: string
  readonly rules: Joined['rules']
  readonly groupId: string
  readonly session: SessionState
  /** Null in copies from before it was kept. */
  readonly me: Me | null
  /** Null as long as only the copy on this device has spoken. */
  readonly you: Person | null
}
