import { useCallback, useSyncExternalStore } from 'react'
import type { Namespace } from './catalogues.ts'
import { directionOf, type Language, localeOf } from './language.ts'
import type { Say } from './say.ts'
import { usePageWords } from './WordsContext.ts'

export interface Words<Ns extends Namespace> {
  readonly t: Say<Ns>
  /** Whether there is such a sentence: for keys that come from a newer server. */
  readonly has: (key: string) => boolean
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** For Intl: dates, numbers, lists. */
  readonly locale: string
}

/** The sentences of one namespace in the language of the page; the component is drawn again when the language changes. */
export function useWords<Ns extends Namespace = 'common'>(namespace?: Ns): Words<Ns> {
  const words = usePageWords()
  const language = useSyncExternalStore(words.subscribe, () => words.language)
  // The default parameter cannot be typed as Ns, which is 'common' exactly when it is left out.
  const spoken = namespace ?? ('common' as Ns)
  const has = useCallback((key: string) => words.knows(spoken, key), [words, spoken])
  return { t: words.sayIn(spoken), has, language, direction: directionOf(language), locale: localeOf(language) }
}
