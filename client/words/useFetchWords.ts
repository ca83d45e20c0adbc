import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Namespace } from './catalogues.ts'
import { fetchWords, hasWordsOf } from './fetchWords.ts'

export interface FetchWords {
  /** Whether all of these are here in the language of the page. */
  readonly has: (namespaces: readonly Namespace[]) => boolean
  /** Fetches what is missing; throws when it cannot be had now. */
  readonly fetch: (namespaces: readonly Namespace[]) => Promise<void>
}

/** For parts of a page that come later and bring sentences of their own. */
export function useFetchWords(): FetchWords {
  const { i18n } = useTranslation()
  const has = useCallback((namespaces: readonly Namespace[]) => hasWordsOf(i18n, namespaces), [i18n])
  const fetch = useCallback((namespaces: readonly Namespace[]) => fetchWords(i18n, namespaces), [i18n])
  return { has, fetch }
}
