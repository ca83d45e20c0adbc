import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { catalogues } from './catalogues.ts'
import { directionOf, type Language, languages } from './language.ts'

/** Makes the translator for one page and keeps `<html lang dir>` true to it; all catalogues are part of the bundle, so it works offline. */
export async function startWords(language: Language, root: HTMLElement): Promise<i18n> {
  const words = createInstance()
  words.on('languageChanged', (tag) => {
    const chosen = languages.find((known) => known === tag) ?? 'en'
    root.lang = chosen
    root.dir = directionOf(chosen)
  })
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: structuredClone(catalogues),
    defaultNS: 'common',
    keySeparator: false,
    // React escapes what it renders; escaping twice would show entities.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return words
}
