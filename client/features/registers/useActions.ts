import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ActionsAnswer } from '../../../shared/protocol/index.ts'
import { type Asking, archiveApi } from '../../sync/index.ts'

const perPage = 100

/** A part of the register of actions, page by page; the last answer stays until the next is there. */
export function useActions(groupId: string, asking: Asking) {
  return useInfiniteQuery({
    queryKey: ['register', groupId, 'actions', asking],
    queryFn: ({ pageParam, signal }) => archiveApi.actions(groupId, { ...asking, limit: perPage, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ActionsAnswer) => page.next,
    placeholderData: keepPreviousData,
  })
}
