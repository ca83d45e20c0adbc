import type { TextRun } from '../../shared/record/index.ts'

/** Where something stands in the lines as they are shown, counted from 1. */
export interface Place {
  readonly from: number
  readonly to: number
}

export interface Heading extends Place {
  readonly kind: 'heading'
  /** 1 is the highest. */
  readonly level: number
  readonly runs: readonly TextRun[]
  readonly text: string
}

/** One line of words: a paragraph, an entry of a list, or a line within either. */
export interface Line extends Place {
  readonly kind: 'line'
  /** 0: in no list. */
  readonly depth: number
  /** What stands before the entry; null for what follows inside the same entry, and outside lists. */
  readonly marker: 'bullet' | 'number' | null
  /** The entry's number as the source has it. */
  readonly number: string | null
  /** A ticked or empty box; null where there is none. */
  readonly checked: boolean | null
  /** Quoted, or set as it stands: nothing is looked for in it. */
  readonly isQuote: boolean
  readonly runs: readonly TextRun[]
  readonly text: string
}

export interface TableRow extends Place {
  readonly cells: readonly string[]
}

export interface Table extends Place {
  readonly kind: 'table'
  readonly head: readonly string[] | null
  readonly rows: readonly TableRow[]
}

/** The one form that all formats come to. */
export type Block = Heading | Line | Table

/** What could not be taken over. */
export interface ReadingProblem {
  readonly problem: 'picturesLeftOut' | 'lettersReplaced' | 'activeLeftOut' | 'cutLines' | 'notTheClaimedKind'
  readonly words: string
}

/** A text as it was read: what is shown of it, and its blocks in order. */
export interface Reading {
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
  readonly problems: readonly ReadingProblem[]
  /** A title that stands outside the text: in a header of its own, or in the facts about the file. */
  readonly title: { readonly text: string; readonly line: number } | null
}

/** The words of runs. */
export function wordsOf(runs: readonly TextRun[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A line of words outside lists, unless said otherwise. */
export function lineOf(place: Place, runs: readonly TextRun[], more: Partial<Line> = {}): Line {
  const plain = { depth: 0, marker: null, number: null, checked: null, isQuote: false }
  const line = { kind: 'line' as const, from: place.from, to: place.to, ...plain, runs, text: wordsOf(runs), ...more }
  return withBox(line)
}

/** Reads `[x]` and `[ ]` at the beginning of an entry as a box. */
function withBox(line: Line): Line {
  const box = /^\[([ xX✓✔]?)\]\s+/.exec(line.text) ?? /^([☐☑☒✅])\s*/u.exec(line.text)
  if (box === null || line.marker === null) return line
  const sign = box[1] ?? ''
  return {
    ...line,
    checked: sign.trim() !== '' && sign !== '☐',
    runs: cutStart(line.runs, box[0].length),
    text: line.text.slice(box[0].length),
  }
}

/** The runs less so many letters at the beginning. */
export function cutStart(runs: readonly TextRun[], count: number): readonly TextRun[] {
  let left = count
  return runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length)
    left -= cut
    return cut === run.text.length && cut > 0 ? [] : [{ ...run, text: run.text.slice(cut) }]
  })
}
