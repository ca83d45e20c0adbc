import type { SectionCount } from '../../../shared/record/index.ts'

/** A record put into the form of a printed document. Every format renders this one thing, so all say the same. */
export interface PrintDocument {
  /** BCP 47 tag of the record's own language. */
  readonly language: string
  /** The language of the fixed words: the record's own where we have it, else English. */
  readonly wordsLanguage: string
  readonly direction: Direction
  /** Head of each page, at the start: the document's symbol, or the group's name. */
  readonly symbol: string
  /** Head of each page, at the end: "Original: English". */
  readonly original: string
  readonly mark: Mark
  readonly title: string
  /** One line below the title: when, where. */
  readonly lede: string
  readonly facts: readonly Fact[]
  readonly blocks: readonly PrintBlock[]
  /** When the file was made. */
  readonly generated: string
  readonly generatedAt: number
  /** For the files' own properties. */
  readonly group: string
  /** "Page {page} of {pages}" */
  readonly pages: string
  /** How sections are counted: Roman in Latin and Cyrillic script, else in figures. */
  readonly sections: SectionCount
  /** A note that should fit on one page: set closely. */
  readonly isNote: boolean
  /** What stands behind a label. */
  readonly colon: string
}

export type Direction = 'ltr' | 'rtl'

/** Draft or adopted: stands on every page. */
export interface Mark {
  readonly text: string
  readonly isAdopted: boolean
}

export interface Fact {
  readonly label: string
  readonly text: PrintText
  /** A hash: set in figures of one width. */
  readonly isCode?: true
}

/** Words of the record; a line feed is a line break. Nothing in them is markup. */
export interface PrintRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** http, https or mailto. */
  readonly link?: string
  /** A verb of the ladder, set apart. */
  readonly verb?: true
  /** Whose outcome it is; like a verb it may be in another script than the words it stands before. */
  readonly actor?: true
  /** An explanation of ours and not the record's words: smaller and muted. */
  readonly aside?: true
}

export type PrintText = readonly PrintRun[]

export type PrintBlock =
  /** `number` as the agenda has it ("4", "4.2"); null for a part that is not an item. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string | null; readonly text: PrintText }
  | { readonly kind: 'paragraph'; readonly text: PrintText; readonly isRemark: boolean }
  /** A paragraph that is cited by its number: "7"; "7 bis" where a version fixed the numbers before it came. */
  | { readonly kind: 'numbered'; readonly number: string; readonly isQualifier: boolean; readonly content: NumberedContent }
  | PrintTable

/** What stands in a numbered paragraph: words, a heading inside of notes, or a list. */
export type NumberedContent =
  | { readonly kind: 'text'; readonly text: PrintText }
  | { readonly kind: 'heading'; readonly text: PrintText }
  | PrintList

export interface PrintList {
  readonly kind: 'list'
  readonly isOrdered: boolean
  readonly items: readonly ListItem[]
}

/** An item of a list: its lines, and lists within it. */
export interface ListItem {
  readonly content: readonly ({ readonly kind: 'text'; readonly text: PrintText } | PrintList)[]
}

export interface PrintTable {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  /** Shares of the width. */
  readonly widths: readonly number[]
  /** A cell for each column. */
  readonly rows: readonly (readonly PrintText[])[]
  /** Columns of figures, set at the end. */
  readonly figures: readonly number[]
}
