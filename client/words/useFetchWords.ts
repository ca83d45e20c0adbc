import { useCallback } from 'react'
import type { Namespace } from './catalogues.ts'
import { fetchWords } from './fetchWords.ts'
import { usePageWords } from './WordsContext.ts'

export interface FetchWords {
  /** Whether all of these are here in the language of the page. */
  readonly has: (namespaces: readonly Namespace[]) => boolean
  /** Fetches what is missing; throws when it cannot be had now. */
  readonly fetch: (namespaces: readonly Namespace[]) => Promise<void>
}

/** For parts of a page that come later and bring sentences of their own. */
export function useFetchWords(): FetchWords {
  const words = usePageWords()
  const has = useCallback((namespaces: readonly Namespace[]) => namespaces.every((one) => words.has(one)), [words])
  const fetch = useCallback((namespaces: readonly Namespace[]) => fetchWords(words, namespaces), [words])
  return { has, fetch }
}
