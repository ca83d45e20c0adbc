import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { OpenAnswer } from '../../../shared/protocol/index.ts'
import { onwardQueries } from '../../sync/index.ts'

/** What is open in a group now; asked anew each time a form opens, because a form that lies can only be refused. */
export function useOpen(groupId: string): UseQueryResult<OpenAnswer> {
  return useQuery({ ...onwardQueries.open(groupId), gcTime: 0 })
}
