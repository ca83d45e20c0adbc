/** The languages that have a catalogue; the other official ones follow as further catalogues (DECIDED 22). */
export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

/** Each language's own name, which is never translated. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ar: 'العربية' }

const storageKey = 'rapporteur.language'

/** Writing direction of a language of the interface. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ku', 'dv', 'yi'])

/** Writing direction of any language a record may be written in, by its tag. */
export function directionOfTag(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/** The tag handed to Intl: Arabic keeps the digits that paragraph numbers and codes use. */
export function localeOf(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : 'en-GB'
}

/** The language chosen on this device, else the first one of the browser's list that has a catalogue, else English. */
export function preferredLanguage(storage: Pick<Storage, 'getItem'>, wanted: readonly string[]): Language {
  const kept = asLanguage(readKept(storage))
  if (kept) return kept
  for (const tag of wanted) {
    const language = asLanguage(tag.split('-')[0] ?? '')
    if (language) return language
  }
  return 'en'
}

/** Keeps the choice on this device; a browser that cannot store simply asks again next time. */
export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  try {
    storage.setItem(storageKey, language)
  } catch {
    // Storage may be full or switched off: the choice then holds for this page only.
  }
}

function readKept(storage: Pick<Storage, 'getItem'>): string {
  try {
    return storage.getItem(storageKey) ?? ''
  } catch {
    return ''
  }
}

function asLanguage(text: string): Language | null {
  return languages.find((language) => language === text) ?? null
}
