// words: every sentence a person reads, by language and namespace, and dates and lists through Intl.
// Knows no component and no server; no other room holds a sentence of its own.
export { catalogues, type Namespace } from './catalogues.ts'
export { changeWords } from './fetchWords.ts'
export {
  type DatePrecision,
  formatDate,
  formatList,
  formatMoment,
  formatPlainDate,
  formatShortDate,
  formatTime,
  listPieces,
} from './formatDate.ts'
export { type HourOptions, hourOf } from './hourOf.ts'
export { directionOfTag, type Language, languageNames, languages, localeOf, preferredLanguage } from './language.ts'
export type { PageWords } from './PageWords.ts'
export { type Regions, regionsIn } from './regionsIn.ts'
export { startWords } from './startWords.ts'
export type { Arabic } from './translated.ts'
export { type FetchWords, useFetchWords } from './useFetchWords.ts'
export { useLanguage } from './useLanguage.ts'
export { type ProblemText, useProblem } from './useProblem.ts'
export { useRegions } from './useRegions.ts'
export { useWords, type Words } from './useWords.ts'
export { WordsContext } from './WordsContext.ts'
