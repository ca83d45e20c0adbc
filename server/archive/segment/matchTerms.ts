import { findHits } from '../../../shared/search/index.ts'
import type { AskedTerm } from '../face.ts'
import type { Prepared } from './prepare.ts'
import { isIn, type Ranges, rangesOf } from './rangesOf.ts'
import type { Segment } from './Segment.ts'

/** The level of what is never found. */
const out = 255
const exactly = 4
const asBeginning = 2
const byName = 2

/**
 * Marks the passages that hold every term and none of the unwanted: afterwards their level is the number of terms. A word may
 * also stand in the meeting's title, so long as another stands in the passage itself.
 */
export function matchTerms(
  prepared: Prepared,
  asked: { readonly terms: readonly AskedTerm[]; readonly unwanted: readonly AskedTerm[]; readonly dead: ReadonlySet<number> },
): void {
  const { level, quality, segment } = prepared
  const { meetingStart } = segment.tables
  level.fill(0)
  quality.fill(0)
  for (const meeting of asked.dead) level.fill(out, meetingStart[meeting] ?? 0, meetingStart[meeting + 1] ?? 0)
  for (const term of asked.unwanted) mark(prepared, term, 0, out)
  for (const [turn, term] of asked.terms.entries()) {
    mark(prepared, term, turn, turn + 1)
    if (asked.terms.length > 1) markByTitle(prepared, term, turn)
  }
  const wanted = asked.terms.length
  if (wanted < 2) return
  for (let passage = 0; passage < level.length; passage += 1) {
    if (level[passage] === wanted && quality[passage] === 0) level[passage] = 0
  }
}

/** Lifts the passages that hold the term from one level to another. */
function mark(prepared: Prepared, term: AskedTerm, from: number, to: number): void {
  const { segment } = prepared
  const places = term.places.map((place) => rangesOf(segment.terms, place))
  const only = places[0]
  if (places.length === 1 && only !== undefined) markWord(prepared, only, from, to)
  else markPhrase(prepared, places, from, to)
  markNamed(prepared, term, from, to)
}

function markWord({ segment, level, quality }: Prepared, { bounds, exactCount }: Ranges, from: number, to: number): void {
  const { postings, termStart } = segment.tables
  for (let range = 0; range < bounds.length; range += 2) {
    const how = range < exactCount * 2 ? exactly : asBeginning
    const end = termStart[bounds[range + 1] ?? 0] ?? 0
    for (let at = termStart[bounds[range] ?? 0] ?? 0; at < end; at += 1) {
      const passage = postings[at] ?? 0
      if (level[passage] !== from) continue
      level[passage] = to
      quality[passage] = (quality[passage] ?? 0) + how
    }
  }
}

function markPhrase({ segment, level, quality }: Prepared, places: readonly Ranges[], from: number, to: number): void {
  const { postings, termStart, tokens, tokenStart } = segment.tables
  const rare = rarest(places, termStart)
  const { bounds } = places[rare] ?? { bounds: new Uint32Array() }
  for (let range = 0; range < bounds.length; range += 2) {
    const end = termStart[bounds[range + 1] ?? 0] ?? 0
    for (let at = termStart[bounds[range] ?? 0] ?? 0; at < end; at += 1) {
      const passage = postings[at] ?? 0
      if (level[passage] !== from || !holds(tokens, tokenStart[passage] ?? 0, tokenStart[passage + 1] ?? 0, places, rare))
        continue
      level[passage] = to
      quality[passage] = (quality[passage] ?? 0) + exactly
    }
  }
}

/** The passages in which somebody of that name acts or leads. */
function markNamed({ segment, level, quality }: Prepared, term: AskedTerm, from: number, to: number): void {
  const asked = new Set(term.parties)
  const named = Uint8Array.from(segment.parties, (party) => {
    return asked.has(party) || (party.startsWith('w:') && findHits(party.slice(2), [term]).length > 0) ? 1 : 0
  })
  if (!named.includes(1)) return
  const { partyStart, partyList } = segment.tables
  for (let passage = 0; passage + 1 < partyStart.length; passage += 1) {
    if (level[passage] !== from) continue
    for (let at = partyStart[passage] ?? 0, end = partyStart[passage + 1] ?? 0; at < end; at += 1) {
      if (named[partyList[at] ?? 0] !== 1 || level[passage] !== from) continue
      level[passage] = to
      quality[passage] = (quality[passage] ?? 0) + byName
    }
  }
}

/** All passages of a meeting whose title has the term, as far as they had all the terms before. */
function markByTitle({ segment, level, titles, titleStart }: Prepared, term: AskedTerm, turn: number): void {
  const { tables, terms } = segment
  const { meetingStart } = tables
  const places = term.places.map((place) => rangesOf(terms, place))
  const rare = rarest(places, tables.termStart)
  if (places[rare]?.bounds.length === 0) return
  for (let meeting = 0; meeting + 1 < titleStart.length; meeting += 1) {
    if (!holds(titles, titleStart[meeting] ?? 0, titleStart[meeting + 1] ?? 0, places, rare)) continue
    const end = meetingStart[meeting + 1] ?? 0
    for (let passage = meetingStart[meeting] ?? 0; passage < end; passage += 1)
      if (level[passage] === turn) level[passage] = turn + 1
  }
}

/** Whether the places stand one after the other somewhere in this stretch of words; the rarest is looked for first. */
function holds(tokens: Segment['tables']['tokens'], from: number, end: number, places: readonly Ranges[], rare: number): boolean {
  const sought = places[rare]
  if (sought === undefined) return false
  const last = end - places.length + rare
  for (let at = from + rare; at <= last; at += 1) {
    if (!isIn(tokens[at] ?? 0, sought)) continue
    let fits = true
    for (let place = 0; place < places.length && fits; place += 1) {
      const ranges = places[place]
      fits = ranges !== undefined && isIn(tokens[at - rare + place] ?? 0, ranges)
    }
    if (fits) return true
  }
  return false
}

/** Which of the places has the fewest passages. */
function rarest(places: readonly Ranges[], termStart: Uint32Array): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, { bounds }] of places.entries()) {
    let size = 0
    for (let at = 0; at < bounds.length; at += 2)
      size += (termStart[bounds[at + 1] ?? 0] ?? 0) - (termStart[bounds[at] ?? 0] ?? 0)
    if (size >= least) continue
    least = size
    best = place
  }
  return best
}
