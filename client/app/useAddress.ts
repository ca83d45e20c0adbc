import { useMemo } from 'react'
import { usePlace } from './router/PlaceContext.ts'
import { useSearch } from './router/useSearch.ts'

/** `replace`: the same question, being written; `push`: a further one, which Back leads away from. */
export type HowAsked = 'push' | 'replace'

/** What a page asks stands in its address: it can be sent to somebody, and Back leads to what was asked before. */
export function useAddress<Query>(
  read: (search: Readonly<Record<string, unknown>>) => Query,
  write: (query: Query) => string,
): readonly [Query, (query: Query, how: HowAsked) => void] {
  const { address, go } = usePlace()
  const search = useSearch()
  const query = useMemo(() => read(search), [read, search])
  // Where one reads stays: a further letter or filter is no further page.
  const set = (next: Query, how: HowAsked) =>
    go(`${address.path}${write(next)}`, { replace: how === 'replace', keepsPlace: true })
  return [query, set]
}
