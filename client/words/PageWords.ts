import type { Namespace } from './catalogues.ts'
import type { Language } from './language.ts'
import type { Say, Values } from './say.ts'

export type Sentences = Readonly<Record<string, string>>

/**
 * The sentences that one page has fetched so far, and the language it speaks. A sentence is found by its key, in the plural form that
 * the language asks for `count`, and each `{{name}}` in it is filled in. A key without a sentence is shown as it is.
 */
export class PageWords {
  #language: Language
  readonly #held = new Map<string, Sentences>()
  readonly #said = new Map<string, (key: string, values?: Values) => string>()
  readonly #rules = new Map<Language, Intl.PluralRules>()
  readonly #listeners = new Set<() => void>()

  constructor(language: Language) {
    this.#language = language
  }

  get language(): Language {
    return this.#language
  }

  /** Tells of a new language; answers the way to stop that. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  /** Speaks another language from now on. Its sentences must have been taken in before. */
  choose(language: Language): void {
    this.#language = language
    for (const changed of this.#listeners) changed()
  }

  has(namespace: Namespace, language: Language = this.#language): boolean {
    return this.#held.has(`${language}/${namespace}`)
  }

  take(namespace: Namespace, language: Language, sentences: Sentences): void {
    this.#held.set(`${language}/${namespace}`, sentences)
  }

  /** The namespaces that are here in any language. */
  here(): readonly Namespace[] {
    const names = [...this.#held.keys()].map((place) => place.slice(place.indexOf('/') + 1))
    return [...new Set(names)] as Namespace[] // only take() adds any
  }

  /** Whether there is such a sentence in the language of the page. */
  knows(namespace: Namespace, key: string): boolean {
    return this.#sentences(namespace, this.#language)?.[key] !== undefined
  }

  /** The way to say the sentences of a namespace: the same function as long as the language is the same. */
  sayIn<Ns extends Namespace>(namespace: Ns): Say<Ns> {
    const language = this.#language
    const place = `${language}/${namespace}`
    const known = this.#said.get(place)
    const say = known ?? ((key: string, values?: Values) => this.#say(namespace, language, key, values))
    if (known === undefined) this.#said.set(place, say)
    return say as Say<Ns> // which keys and names there are, the compiler asks of the caller
  }

  #say(namespace: Namespace, language: Language, key: string, values: Values = {}): string {
    const sentences = this.#sentences(namespace, language) ?? {}
    const form = this.#formsOf(key, values.count, language).find((one) => sentences[one] !== undefined)
    const found = (form && sentences[form]) ?? key
    // By a function: a name with a dollar sign in it stays as it is.
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''))
  }

  /** The keys to look under, the fittest first: none in words, the plural form of the language, the key itself. */
  #formsOf(key: string, count: unknown, language: Language): readonly string[] {
    if (typeof count !== 'number') return [key]
    const rule = this.#rules.get(language) ?? new Intl.PluralRules(language)
    this.#rules.set(language, rule)
    const form = `${key}_${rule.select(count)}`
    return count === 0 ? [`${key}_zero`, form, key] : [form, key]
  }

  #sentences(namespace: Namespace, language: Language): Sentences | undefined {
    return this.#held.get(`${language}/${namespace}`)
  }
}
