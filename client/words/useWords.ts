import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Namespace } from './catalogues.ts'
import { directionOf, type Language, languages, localeOf } from './language.ts'

export interface Words<Ns extends Namespace> {
  readonly t: TFunction<Ns>
  /** Whether there is such a sentence: for keys that come from a newer server. */
  readonly has: (key: string) => boolean
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** For Intl: dates, numbers, lists. */
  readonly locale: string
}

/** The sentences of one namespace in the language of the page; the component is drawn again when the language changes. */
export function useWords<Ns extends Namespace = 'common'>(namespace?: Ns): Words<Ns> {
  // The default parameter cannot be typed as Ns, which is 'common' exactly when it is left out.
  const { t, i18n } = useTranslation<Ns>(namespace ?? ('common' as Ns))
  const language = languages.find((known) => known === i18n.language) ?? 'en'
  const has = useCallback((key: string) => i18n.exists(key, { ns: namespace ?? 'common' }), [i18n, namespace])
  return { t: t as unknown as TFunction<Ns>, has, language, direction: directionOf(language), locale: localeOf(language) }
}
