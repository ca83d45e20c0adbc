// search: how a search is written and what a word is: the language of queries, folding, and hits in their surroundings.
// Pure: knows neither where records are kept nor who may read them; server and page mark hits by the same code.
export { filterValues } from './filterValues.ts'
export { findHits, type Hit } from './findHits.ts'
export { foldLetters, foldWord } from './foldWord.ts'
export { maxQueryLetters, parseQuery } from './parseQuery.ts'
export { markHits, snippetOf } from './snippetOf.ts'
export { termsOf } from './termsOf.ts'
export {
  type FilterName,
  type SearchFilter,
  type SearchPart,
  type SearchQuery,
  type SearchTerm,
  type SnippetRun,
  searchParts,
  type TermPlace,
} from './types.ts'
export { type Word, wordsOf } from './wordsOf.ts'
