import type { Caller } from '../../../shared/access/index.ts'
import { type Result, refuse } from '../../../shared/base/index.ts'
import { decideLedger, type LedgerActor, type LedgerCommand } from '../../../shared/register/index.ts'
import type { GroupFile } from '../../storage/index.ts'
import { enterGroup } from '../enterGroup.ts'
import { type Place, placeIn, unknown } from '../placeIn.ts'
import type { Workspace } from '../Workspace.ts'
import { ledgerSurroundings, meetingsIn } from './ledgerSurroundings.ts'

/** A command of the group's ledger: decided by its rules, once for its id. */
export async function commandLedger(
  at: Workspace,
  caller: Caller,
  groupId: string,
  command: LedgerCommand,
): Promise<Result<{ readonly seq: number }>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  const { id } = entered.value.file.group
  const file = await at.storage.directory.group(id)
  if (file === null) return unknown()
  const around = await ledgerSurroundings(at, caller, id, command)
  // Where one acts in a meeting, one is what one is there.
  const meeting = meetingsIn(command)[0] ?? null
  return at.ledgers.command(id, {
    id: command.id,
    decide(state, now) {
      // Asked of the group as it stands when the turn has come: somebody may have lost the right a moment ago.
      const place = placeIn(file.value, caller, meeting, at.clock.now())
      if (!place.ok) return place
      return decideLedger(state, command, ledgerActor(file.value, place.value), now, around)
    },
  })
}

/** Who commands, as the ledger's rules want to know them. */
function ledgerActor({ group, delegations }: GroupFile, { role, name, person, delegationId, onlyMeeting }: Place): LedgerActor {
  const found = delegations.find((one) => one.id === delegationId)
  const delegation = found === undefined ? null : { ...found, region: found.region ?? null }
  return { role, name, person, delegation, onlyMeeting, rules: group.rules }
}
