import { type DelegationId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { GroupFile } from '../storage/index.ts'

/** The group's delegation of this id; null stands for none. */
export function delegationOf(file: GroupFile, id: string | null): Result<DelegationId | null> {
  if (id === null) return ok(null)
  const found = file.delegations.find((one) => one.id === id)
  return found === undefined ? refuse('invalid', 'That delegation is not in this group.') : ok(found.id)
}
