import { useTranslation } from 'react-i18next'
import { keepLanguage, type Language, languages } from './language.ts'

/** The language of the page and the way to change it; the choice stays on this device. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const { i18n } = useTranslation()
  const language = languages.find((known) => known === i18n.language) ?? 'en'
  const choose = (next: Language) => {
    keepLanguage(window.localStorage, next)
    void i18n.changeLanguage(next)
  }
  return [language, choose]
}
