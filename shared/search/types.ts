/** What of a record can be found. Titles are those of meetings and of items. */
export const searchParts = ['outcome', 'action', 'target', 'note', 'title'] as const
export type SearchPart = (typeof searchParts)[number]

/** One place in a term: any of these spellings will do. */
export interface TermPlace {
  readonly forms: readonly string[]
  /** Whether a word that begins so will do too. */
  readonly isPrefix: boolean
}

/** What has to stand in a passage: one word, or several one after the other. */
export interface SearchTerm {
  readonly places: readonly TermPlace[]
  /** As it was typed, for comparing with names. */
  readonly typed: string
}

export const filterNames = ['part', 'kind', 'standing', 'status', 'lead', 'delegation', 'group', 'phase', 'from', 'to'] as const
export type FilterName = (typeof filterNames)[number]

/** One condition: any of the values will do, or, turned round, none of them may hold. */
export interface SearchFilter {
  readonly name: FilterName
  readonly values: readonly string[]
  readonly isExcluded: boolean
}

/** A search as it is understood: every term has to be there, none of the unwanted, and every filter has to hold. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
  readonly unwanted: readonly SearchTerm[]
  readonly filters: readonly SearchFilter[]
}

/** A stretch of a snippet; plain text, never markup. */
export interface SnippetRun {
  readonly text: string
  readonly hit: boolean
}
