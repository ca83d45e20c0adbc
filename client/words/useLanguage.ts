import { changeWords } from './fetchWords.ts'
import { keepLanguage, type Language } from './language.ts'
import { useWords } from './useWords.ts'
import { usePageWords } from './WordsContext.ts'

/** The language of the page and the way to change it; the choice stays on this device. False: the language could not be fetched now. */
export function useLanguage(): readonly [Language, (language: Language) => Promise<boolean>] {
  const words = usePageWords()
  const { language } = useWords()
  const choose = async (next: Language) => {
    keepLanguage(window.localStorage, next)
    return changeWords(words, next).then(
      () => true,
      () => false,
    )
  }
  return [language, choose]
}
