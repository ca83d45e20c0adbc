import { useCallback } from 'react'
import type { Refusal } from '../../shared/base/index.ts'
import { useWords } from '../words/index.ts'

/** The sentence a person reads about a refusal: the one for its reason where there is one, else the one for its code. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, has } = useWords()
  return useCallback(
    ({ code, reason }) => {
      // The server's reasons, and this page's own about its line. One that only a newer server knows has its code's sentence here.
      const known = [`reason.${reason}`, `line.${reason}`].find(has)
      // Just looked up: the catalogue has it.
      return known === undefined ? t(`refusal.${code}`) : t(known as `refusal.${typeof code}`)
    },
    [t, has],
  )
}
