import { useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'

/** `replace`: the same question, being written; `push`: a further one, which Back leads away from. */
export type HowAsked = 'push' | 'replace'

/** What a page asks stands in its address: it can be sent to somebody, and Back leads to what was asked before. */
export function useAddress<Query>(
  read: (search: Readonly<Record<string, unknown>>) => Query,
  write: (query: Query) => string,
): readonly [Query, (query: Query, how: HowAsked) => void] {
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.search })
  const query = useMemo(() => read(search), [read, search])
  const set = (next: Query, how: HowAsked) => {
    // Where one reads stays: a further letter or filter is no further page.
    void router.navigate({
      to: `${router.state.location.pathname}${write(next)}`,
      replace: how === 'replace',
      resetScroll: false,
    })
  }
  return [query, set]
}
