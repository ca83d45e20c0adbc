import { useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type RecordsQuery, readRecordsQuery, writeRecordsQuery } from '../features/archive/index.ts'

/** What is asked of the archive stands in the address of the page: it can be sent to somebody, and Back leads to what was asked before. */
export function useRecordsAddress(): readonly [RecordsQuery, (query: RecordsQuery, how: 'push' | 'replace') => void] {
  const router = useRouter()
  const search = useRouterState({ select: (state) => state.location.search })
  const query = useMemo(() => readRecordsQuery(search), [search])
  const set = (next: RecordsQuery, how: 'push' | 'replace') => {
    const address = `${router.state.location.pathname}${writeRecordsQuery(next)}`
    // Where one reads stays: a further letter is no further page.
    void router.navigate({ to: address, replace: how === 'replace', resetScroll: false })
  }
  return [query, set]
}
