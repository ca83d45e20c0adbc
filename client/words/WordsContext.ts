import { createContext, useContext } from 'react'
import type { PageWords } from './PageWords.ts'

/** The words of the page, for everything that is drawn in it. */
export const WordsContext = createContext<PageWords | null>(null)

/** The words of the page. Throws outside of a page: nothing could be said there. */
export function usePageWords(): PageWords {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('Drawn outside of WordsContext')
  return words
}
