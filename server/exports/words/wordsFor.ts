import { ar } from './ar.ts'
import type { Catalogue, WordKey } from './Catalogue.ts'
import { en } from './en.ts'

/** The fixed words of one language; places in braces are filled from `facts`. */
export interface Words {
  /** What dates and lists are formatted in. */
  readonly locale: string
  readonly say: (key: WordKey, facts?: Readonly<Record<string, string | number>>) => string
}

const catalogues: ReadonlyMap<string, Catalogue> = new Map<string, Catalogue>([
  ['en', en],
  ['ar', ar],
])

/** The words of a record's own language, or the English ones. Figures are Latin throughout: paragraph numbers are cited across languages. */
export function wordsFor(language: string): Words {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const catalogue = catalogues.get(primary)
  const say: Words['say'] = (key, facts = {}) =>
    // A function as replacement: what is filled in may hold "$&" and must stay as it is.
    (catalogue ?? en)[key].replace(/\{(\w+)\}/g, (place, name: string) => (name in facts ? String(facts[name]) : place))
  if (catalogue === undefined || primary === 'en') return { locale: 'en-GB', say }
  return { locale: `${primary}-u-nu-latn`, say }
}
