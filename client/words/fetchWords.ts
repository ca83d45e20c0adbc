import type { Namespace } from './catalogues.ts'
import type { Language } from './language.ts'
import type { PageWords } from './PageWords.ts'
import { wordFiles } from './wordFiles.ts'

/** Fetches the sentences of some namespaces in the language of the page. Throws when they cannot be had now; asking again is allowed. */
export async function fetchWords(words: PageWords, namespaces: readonly Namespace[]): Promise<void> {
  const { language } = words
  await fetchInto(words, language, namespaces)
  // Somebody may have chosen another language meanwhile.
  if (words.language !== language) await fetchWords(words, namespaces)
}

/** Changes the language once all that the page has shown so far is here in it; throws, and changes nothing, when it cannot be had. */
export async function changeWords(words: PageWords, language: Language): Promise<void> {
  for (let wanted = words.here(); !wanted.every((one) => words.has(one, language)); wanted = words.here()) {
    await fetchInto(words, language, wanted)
  }
  words.choose(language)
}

async function fetchInto(words: PageWords, language: Language, namespaces: readonly Namespace[]): Promise<void> {
  const missing = namespaces.filter((namespace) => !words.has(namespace, language))
  const found = await Promise.all(missing.map((namespace) => wordFiles[language][namespace]()))
  for (const [place, namespace] of missing.entries()) words.take(namespace, language, found[place] ?? {})
}
