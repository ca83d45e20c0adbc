import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type {
  DelegationAnswer,
  GroupAnswer,
  MeetingLineAnswer,
  MemberAnswer,
  SeatAnswer,
} from '../../../shared/protocol/index.ts'
import { queries } from '../../sync/index.ts'

/** The group, with the caller's rights in it. */
export function useGroup(groupId: string): UseQueryResult<GroupAnswer> {
  return useQuery(queries.group(groupId))
}

/** Its delegations, in the server's order. */
export function useDelegations(groupId: string): UseQueryResult<readonly DelegationAnswer[]> {
  return useQuery(queries.delegations(groupId))
}

/** Its members. */
export function useMembers(groupId: string): UseQueryResult<readonly MemberAnswer[]> {
  return useQuery(queries.members(groupId))
}

/** Its seat links; only for those who manage them. */
export function useSeats(groupId: string): UseQueryResult<readonly SeatAnswer[]> {
  return useQuery(queries.seats(groupId))
}

/** Its meetings, one line each. */
export function useMeetings(groupId: string): UseQueryResult<readonly MeetingLineAnswer[]> {
  return useQuery(queries.meetings(groupId))
}
