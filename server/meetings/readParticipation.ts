import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { ParticipationAnswer } from '../../shared/protocol/index.ts'
import { participation } from '../../shared/register/index.ts'
import { registerSource } from './registerSource.ts'
import type { Workspace } from './Workspace.ts'

/** Who took part in the group's meetings, as far as each meeting's rule lets it be told. */
export async function readParticipation(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Result<ParticipationAnswer>> {
  const source = await registerSource(at, caller, groupId)
  return source.ok ? ok(participation(source.value, ask)) : source
}
