import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Namespace } from './catalogues.ts'
import { fetchWords } from './fetchWords.ts'
import { directionOf, type Language, languages } from './language.ts'

/**
 * Makes the translator for one page and keeps `<html lang dir>` true to it. Only one language is fetched, and of it what the page shows;
 * the rest lies in the worker's cache, so that it works offline.
 */
export async function startWords(language: Language, root: HTMLElement, namespaces: readonly Namespace[] = []): Promise<i18n> {
  const words = createInstance()
  words.on('languageChanged', (tag) => {
    const chosen = languages.find((known) => known === tag) ?? 'en'
    root.lang = chosen
    root.dir = directionOf(chosen)
  })
  await words.use(initReactI18next).init({
    lng: language,
    // Every catalogue has every sentence: none has to be borrowed from another language.
    fallbackLng: false,
    resources: {},
    defaultNS: 'common',
    keySeparator: false,
    // React escapes what it renders; escaping twice would show entities.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await fetchWords(words, ['common', ...namespaces])
  return words
}
