import { ar } from './ar.ts'
import { en } from './en.ts'
import type { PatternKey, Patterns } from './Patterns.ts'

/** The fixed sentences of one language. */
export interface Phrases {
  readonly say: (key: PatternKey, facts?: Readonly<Record<string, string | number>>) => string
  /** What dates and lists are formatted in; figures are Latin throughout, because paragraphs are cited across languages. */
  readonly locale: string
  /** The participle by which an operative word is said without an actor; null where it has none that reads well. */
  readonly passive: (verb: string) => string | null
  /** Words that open a sentence and lose their capital within one. */
  readonly small: ReadonlySet<string>
}

/** Every fixed pattern that there is, for tests of what a report may say. */
export const allPatterns: readonly Patterns[] = [en, ar]

/** The patterns of a report's language, or the English ones. */
export function phrasesFor(language: string): Phrases {
  const isArabic = language.toLowerCase().split('-')[0] === 'ar'
  const patterns: Patterns = isArabic ? ar : en
  return {
    // A function as replacement: what is filled in may hold "$&" and must stay as it is.
    say: (key, facts = {}) =>
      patterns[key].replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : place)),
    locale: isArabic ? 'ar-u-nu-latn' : 'en-GB',
    passive: (verb) => (isArabic ? null : (passives.get(verb.trim().toLowerCase()) ?? null)),
    small: isArabic ? new Set() : smallWords,
  }
}

/** Operative words that can stand after "It was". The others of the ladder are put before a colon instead. */
const passives: ReadonlyMap<string, string> = new Map(
  [
    'discussed',
    'noted',
    'recognised',
    'recognized',
    'highlighted',
    'underscored',
    'emphasized',
    'emphasised',
    'confirmed',
    'reaffirmed',
    'welcomed',
    'encouraged',
    'recommended',
    'requested',
    'suggested',
    'agreed',
    'decided',
  ].map((verb) => [verb, verb]),
)

/** Only words that are never a name: everything else keeps the letter that the record gives it. */
const smallWords: ReadonlySet<string> = new Set(
  'a about all an any as at because both by each every few for if in it its many more most no of on only our some such that the their there these they this those to under until we when where while with'.split(
    ' ',
  ),
)
