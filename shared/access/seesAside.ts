import type { PersonId } from '../base/index.ts'
import { type Circumstances, may } from './may.ts'
import type { Role } from './roles.ts'

/** Words that the record did not take: whose, and why. */
interface KeptAside {
  readonly person: PersonId
  readonly reason: 'deletedUnder' | 'rightEnded' | 'locked'
}

/** Whoever asks, as the server knows them. */
interface Asking {
  readonly person: PersonId
  readonly role: Role
}

/** Whether words kept aside are this person's to see: their own, or typed into something deleted and theirs to settle (DECIDED 7). */
export function seesAside(aside: KeptAside, { person, role }: Asking, now: Circumstances): boolean {
  if (aside.person === person) return may(role, 'aside.read', now)
  return aside.reason === 'deletedUnder' && may(role, 'aside.settle', now)
}
