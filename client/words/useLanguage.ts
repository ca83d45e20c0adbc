import { useTranslation } from 'react-i18next'
import { changeWords } from './fetchWords.ts'
import { keepLanguage, type Language, languages } from './language.ts'

/** The language of the page and the way to change it; the choice stays on this device. False: the language could not be fetched now. */
export function useLanguage(): readonly [Language, (language: Language) => Promise<boolean>] {
  const { i18n } = useTranslation()
  const language = languages.find((known) => known === i18n.language) ?? 'en'
  const choose = async (next: Language) => {
    keepLanguage(window.localStorage, next)
    return changeWords(i18n, next).then(
      () => true,
      () => false,
    )
  }
  return [language, choose]
}
