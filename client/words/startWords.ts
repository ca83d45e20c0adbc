import type { Namespace } from './catalogues.ts'
import { fetchWords } from './fetchWords.ts'
import { directionOf, type Language } from './language.ts'
import { PageWords } from './PageWords.ts'

/**
 * Makes the words of one page and keeps `<html lang dir>` true to them. Only one language is fetched, and of it what the page shows;
 * the rest lies in the worker's cache, so that it works offline.
 */
export async function startWords(
  language: Language,
  root: HTMLElement,
  namespaces: readonly Namespace[] = [],
): Promise<PageWords> {
  const words = new PageWords(language)
  const turn = () => {
    root.lang = words.language
    root.dir = directionOf(words.language)
  }
  turn()
  words.subscribe(turn)
  await fetchWords(words, ['common', ...namespaces])
  return words
}
