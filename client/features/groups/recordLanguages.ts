import type { Choice } from '../../ui/index.ts'

const official = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** The official languages in the words of the page's language, and the one that is set already if it is another. */
export function recordLanguages(locale: string, present: string): readonly Choice<string>[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const tags: readonly string[] = official.some((tag) => tag === present) ? official : [...official, present]
  return tags.map((tag) => ({ id: tag, label: names.of(tag) ?? tag }))
}
