import type { Role } from '../../shared/access/index.ts'
import type { Me, Standpoint } from '../sync/index.ts'
import { roleOf } from './useMay.ts'
import { useStandpoint } from './useStandpoint.ts'

/** Who this person is in the meeting. */
export interface MeHere extends Me {
  readonly role: Role
}

/** Who this person is in the meeting, offline too; null as long as nobody has said. */
export function useMe(): MeHere | null {
  return useStandpoint(meHere)
}

function meHere(standpoint: Standpoint): MeHere | null {
  const role = roleOf(standpoint)
  return role === null || standpoint.me === null ? null : { ...standpoint.me, role }
}
