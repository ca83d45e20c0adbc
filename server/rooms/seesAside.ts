import { type Circumstances, may, type Role } from '../../shared/access/index.ts'
import type { PersonId } from '../../shared/base/index.ts'
import type { Aside } from '../storage/index.ts'

/** Whoever asks, as the server knows them. */
interface Asking {
  readonly person: PersonId
  readonly role: Role
}

/** Whether a text kept aside is this person's to see: their own, or typed into something deleted and theirs to settle (DECIDED 7). */
export function seesAside(aside: Pick<Aside, 'person' | 'reason'>, { person, role }: Asking, now: Circumstances): boolean {
  if (aside.person === person) return may(role, 'aside.read', now)
  return aside.reason === 'deletedUnder' && may(role, 'aside.settle', now)
}
