import type { PersonId } from '../../shared/base/index.ts'
import type { AsideAnswer } from '../../shared/protocol/index.ts'
import type { Attribution } from '../../shared/record/index.ts'
import type { Delegation, GroupFile } from '../storage/index.ts'
import { accountOfPerson } from './accounts/Accounts.ts'
import type { Workspace } from './Workspace.ts'

/** What may be said of whoever wrote something: a name, a type of delegation, or nothing, as the meeting's attribution has it. */
export function authorOf(
  at: Pick<Workspace, 'accounts'>,
  file: GroupFile,
  person: PersonId,
  attribution: Attribution,
): AsideAnswer['author'] {
  if (attribution === 'none') return { name: null, delegationType: null }
  const delegationType = delegationOfPerson(file, person)?.type ?? null
  if (attribution === 'delegationType') return { name: null, delegationType }
  const accountId = accountOfPerson(person)
  const guest = file.guests.find((one) => one.id === person)
  const name = (accountId === null ? guest?.name : at.accounts.find(accountId)?.name) ?? null
  return { name, delegationType }
}

function delegationOfPerson(file: GroupFile, person: PersonId): Delegation | null {
  const accountId = accountOfPerson(person)
  const member = accountId === null ? undefined : file.members.find((one) => one.accountId === accountId)
  const claimed = file.guests.find((one) => one.id === person)
  const seat = file.seats.find((one) => one.id === claimed?.seatId)
  const delegationId = (member ?? seat)?.delegationId ?? null
  return file.delegations.find((one) => one.id === delegationId) ?? null
}
