import type { EditingRules, Role } from '../access/index.ts'
import type { PersonId } from '../base/index.ts'
import type { DelegationFacts } from './surroundings.ts'

/** Who commands: all from the server's own knowledge. */
export interface Actor {
  readonly role: Role | null
  readonly name: string
  readonly function: string | null
  readonly person: PersonId
  readonly delegation: DelegationFacts | null
  readonly rules: EditingRules
}
