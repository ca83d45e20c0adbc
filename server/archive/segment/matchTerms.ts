import { findHits, searchParts } from '../../../shared/search/index.ts'
import type { AskedTerm } from '../face.ts'
import { passageCount, type Segment } from './Segment.ts'

/** Working space of one segment: by passage, how many terms it holds so far, and how well. */
export interface Marks {
  readonly level: Uint8Array
  readonly quality: Uint8Array
}

/** No passage of this kind is ever found. */
const out = 255
const exactly = 4
const asBeginning = 2
const byName = 2

/** A stretch of `terms`, end exclusive. */
type Range = readonly [from: number, to: number, isExact: boolean]

/** Fresh working space for a segment. */
export function newMarks(segment: Segment): Marks {
  const count = passageCount(segment)
  return { level: new Uint8Array(count), quality: new Uint8Array(count) }
}

/**
 * Marks the passages that hold every term and none of the unwanted: afterwards their level is the number of terms. A word may
 * also stand in the meeting's title, so long as another stands in the passage itself.
 */
export function matchTerms(
  segment: Segment,
  marks: Marks,
  asked: { readonly terms: readonly AskedTerm[]; readonly unwanted: readonly AskedTerm[]; readonly dead: ReadonlySet<number> },
): void {
  const { level, quality } = marks
  const { meetingStart } = segment.tables
  level.fill(0)
  quality.fill(0)
  for (const meeting of asked.dead) level.fill(out, meetingStart[meeting] ?? 0, meetingStart[meeting + 1] ?? 0)
  for (const term of asked.unwanted) {
    visit(segment, term, (passage) => {
      level[passage] = out
    })
  }
  for (const [turn, term] of asked.terms.entries()) {
    visit(segment, term, (passage, how) => {
      if (level[passage] !== turn) return
      level[passage] = turn + 1
      quality[passage] = Math.min(out, (quality[passage] ?? 0) + how)
    })
    if (asked.terms.length > 1) matchTitles(segment, level, term, turn)
  }
  if (asked.terms.length === 0) return
  const wanted = asked.terms.length
  for (let passage = 0; passage < level.length; passage += 1) {
    if (level[passage] === wanted && quality[passage] === 0) level[passage] = 0
  }
}

/** All passages of a meeting whose title has the term, as far as they had all the terms before. */
function matchTitles({ tables, terms, meetings }: Segment, level: Uint8Array, term: AskedTerm, turn: number): void {
  const places = term.places.map((place) => rangesOf(terms, place))
  const title = searchParts.indexOf('title')
  for (let meeting = 0; meeting < meetings.length; meeting += 1) {
    const first = tables.meetingStart[meeting] ?? 0
    const end = tables.meetingStart[meeting + 1] ?? 0
    if (
      tables.part[first] !== title ||
      !holds(tables.tokens, tables.tokenStart[first] ?? 0, tables.tokenStart[first + 1] ?? 0, places)
    ) {
      continue
    }
    for (let passage = first; passage < end; passage += 1) if (level[passage] === turn) level[passage] = turn + 1
  }
}

/** Calls back for every passage that holds the term, best fits first; a passage may come several times. */
function visit(segment: Segment, term: AskedTerm, found: (passage: number, how: number) => void): void {
  const { postings, termStart, tokens, tokenStart } = segment.tables
  const places = term.places.map((place) => rangesOf(segment.terms, place))
  const only = places.length === 1 ? places[0] : undefined
  if (only !== undefined) {
    for (const [from, to, isExact] of only) {
      const how = isExact ? exactly : asBeginning
      for (let at = termStart[from] ?? 0, end = termStart[to] ?? 0; at < end; at += 1) found(postings[at] ?? 0, how)
    }
  } else {
    for (const [from, to] of rarest(places, termStart)) {
      for (let at = termStart[from] ?? 0, end = termStart[to] ?? 0; at < end; at += 1) {
        const passage = postings[at] ?? 0
        if (holds(tokens, tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0, places)) found(passage, exactly)
      }
    }
  }
  visitNamed(segment, term, (passage) => found(passage, byName))
}

/** The passages in which somebody of that name acts or leads. */
function visitNamed({ parties, tables }: Segment, term: AskedTerm, found: (passage: number) => void): void {
  const asked = new Set(term.parties)
  const named = Uint8Array.from(parties, (party) => {
    return asked.has(party) || (party.startsWith('w:') && findHits(party.slice(2), [term]).length > 0) ? 1 : 0
  })
  if (!named.includes(1)) return
  const { partyStart, partyList } = tables
  for (let passage = 0; passage + 1 < partyStart.length; passage += 1) {
    for (let at = partyStart[passage] ?? 0, end = partyStart[passage + 1] ?? 0; at < end; at += 1) {
      if (named[partyList[at] ?? 0] === 1) found(passage)
    }
  }
}

/** Whether the places stand one after the other somewhere in this stretch of words. */
function holds(tokens: Uint32Array, from: number, end: number, places: readonly (readonly Range[])[]): boolean {
  for (let at = from; at + places.length <= end; at += 1) {
    if (places.every((ranges, offset) => isIn(tokens[at + offset] ?? 0, ranges))) return true
  }
  return false
}

function isIn(token: number, ranges: readonly Range[]): boolean {
  for (const [from, to] of ranges) if (token >= from && token < to) return true
  return false
}

function rarest(places: readonly (readonly Range[])[], termStart: Uint32Array): readonly Range[] {
  let best: readonly Range[] = []
  let least = Number.POSITIVE_INFINITY
  for (const ranges of places) {
    const size = ranges.reduce((sum, [from, to]) => sum + (termStart[to] ?? 0) - (termStart[from] ?? 0), 0)
    if (size >= least) continue
    least = size
    best = ranges
  }
  return best
}

/** Where the words of a place stand among all words; exact ones first. */
function rangesOf(terms: readonly string[], { forms, isPrefix }: AskedTerm['places'][number]): readonly Range[] {
  const exact: Range[] = []
  const beginnings: Range[] = []
  for (const form of forms) {
    const from = lowerBound(terms, form)
    const isThere = terms[from] === form
    if (isThere) exact.push([from, from + 1, true])
    if (!isPrefix) continue
    const to = lowerBound(terms, `${form}\uffff`)
    const behind = isThere ? from + 1 : from
    if (to > behind) beginnings.push([behind, to, false])
  }
  return [...exact, ...beginnings]
}

function lowerBound(terms: readonly string[], text: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
