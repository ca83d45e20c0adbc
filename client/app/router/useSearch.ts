import { useMemo } from 'react'
import { usePlace } from './PlaceContext.ts'

/** What the address asks behind its question mark, as plain words: "2002" stays a word. */
export function useSearch(): Readonly<Record<string, string>> {
  const { search } = usePlace().address
  return useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
}
