import type { i18n } from 'i18next'
import type { Namespace } from './catalogues.ts'
import { type Language, languages } from './language.ts'
import { wordFiles } from './wordFiles.ts'

/** Fetches the sentences of some namespaces in the language of the page. Throws when they cannot be had now; asking again is allowed. */
export async function fetchWords(words: i18n, namespaces: readonly Namespace[]): Promise<void> {
  const language = languageOf(words)
  await fetchInto(words, language, namespaces)
  // Somebody may have chosen another language meanwhile.
  if (languageOf(words) !== language) await fetchWords(words, namespaces)
}

/** Whether all sentences of these namespaces are here, in the language of the page. */
export function hasWordsOf(words: i18n, namespaces: readonly Namespace[]): boolean {
  return namespaces.every((namespace) => words.hasResourceBundle(words.language, namespace))
}

/** Changes the language once all that the page has shown so far is here in it; throws, and changes nothing, when it cannot be had. */
export async function changeWords(words: i18n, language: Language): Promise<void> {
  const here = () => Object.keys(words.getDataByLanguage(words.language) ?? {}) as Namespace[] // only fetchInto adds any
  for (let wanted = here(); !wanted.every((one) => words.hasResourceBundle(language, one)); wanted = here()) {
    await fetchInto(words, language, wanted)
  }
  await words.changeLanguage(language)
}

async function fetchInto(words: i18n, language: Language, namespaces: readonly Namespace[]): Promise<void> {
  const missing = namespaces.filter((namespace) => !words.hasResourceBundle(language, namespace))
  const found = await Promise.all(missing.map((namespace) => wordFiles[language][namespace]()))
  for (const [place, namespace] of missing.entries()) words.addResourceBundle(language, namespace, { ...found[place] })
}

function languageOf(words: i18n): Language {
  return languages.find((known) => known === words.language) ?? 'en'
}
