import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { OutcomesAnswer } from '../../../shared/protocol/index.ts'
import { type Asking, archiveApi } from '../../sync/index.ts'

const perPage = 50

/** A part of the register of outcomes, page by page; the last answer stays until the next is there. */
export function useOutcomes(groupId: string, asking: Asking, isEnabled = true) {
  return useInfiniteQuery({
    queryKey: ['register', groupId, 'outcomes', asking],
    queryFn: ({ pageParam, signal }) => archiveApi.outcomes(groupId, { ...asking, limit: perPage, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: OutcomesAnswer) => page.next,
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })
}
