import { useQuery } from '@tanstack/react-query'
import { queries } from '../sync/index.ts'

/** The delegations that hold the coordinator's office: the office belongs to the state, the person may change. */
export function useCoordinatorNames(groupId: string): readonly string[] {
  const members = useQuery(queries.members(groupId))
  const delegations = useQuery(queries.delegations(groupId))
  const names = (members.data ?? [])
    .filter((member) => member.role === 'coordinator' && member.delegationId !== null)
    .flatMap((member) => delegations.data?.find((one) => one.delegationId === member.delegationId)?.name ?? [])
  return [...new Set(names)]
}
