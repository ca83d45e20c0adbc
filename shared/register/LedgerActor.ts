import type { EditingRules, Role } from '../access/index.ts'
import type { PersonId } from '../base/index.ts'
import type { DelegationFacts } from '../session/index.ts'

/** Who commands: all from the server's own knowledge. */
export interface LedgerActor {
  readonly role: Role
  readonly name: string
  readonly person: PersonId
  readonly delegation: DelegationFacts | null
  readonly rules: EditingRules
}
