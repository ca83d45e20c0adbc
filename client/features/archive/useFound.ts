import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { archiveApi } from '../../sync/index.ts'
import { askingOf, type RecordsQuery } from './recordsQuery.ts'

/** What a search found so far, and how it stands. */
export interface Found {
  /** Of the first page: counts and facets are of the whole search. */
  readonly first: SearchAnswer | undefined
  readonly hits: SearchAnswer['hits']
  readonly error: unknown
  /** What is shown answers an earlier question. */
  readonly isOld: boolean
  readonly hasMore: boolean
  readonly isFetchingMore: boolean
  readonly more: () => void
  readonly refetch: () => unknown
}

const perPage = 12

/**
 * Asks the server what was asked last. Each question has its own answer under its own name: a late answer to an earlier one is
 * put away and never shown over a newer one; until the new one is there, the last one stays in its place.
 */
export function useFound(query: RecordsQuery, groupId: string | null, isEnabled: boolean): Found {
  const asking = askingOf(query, groupId)
  const asked = useInfiniteQuery({
    queryKey: ['search', asking],
    queryFn: ({ pageParam, signal }) => archiveApi.search({ ...asking, limit: perPage, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: SearchAnswer) => page.next,
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })
  return {
    first: asked.data?.pages[0],
    hits: (asked.data?.pages ?? []).flatMap((page) => page.hits),
    error: asked.error,
    isOld: asked.isPlaceholderData,
    hasMore: asked.hasNextPage,
    isFetchingMore: asked.isFetchingNextPage,
    more: () => void asked.fetchNextPage(),
    refetch: asked.refetch,
  }
}
