import { type SearchTerm, searchParts, snippetOf } from '../../../shared/search/index.ts'
import type { Facets, FoundPassage, FoundRecord, RankKey, SearchAsk } from '../face.ts'
import { filterFacts, type Missing } from './filterFacts.ts'
import { type Marks, matchTerms } from './matchTerms.ts'
import { compareRank, dateNumber, scoreOf } from './rank.ts'
import { type PassageBody, type Segment, standings, statuses } from './Segment.ts'
import { Tally } from './Tally.ts'

/** A segment to be looked through, with those of its meetings that do not count (replaced by newer ones, or not the asker's). */
export interface Searched {
  readonly groupId: string
  readonly segment: Segment
  readonly marks: Marks
  readonly dead: ReadonlySet<number>
}

/** What was found, and what all of it comes to. */
export interface FoundHere {
  readonly total: number
  readonly records: number
  readonly facets: Facets
  readonly hits: readonly FoundRecord[]
  readonly next: RankKey | null
}

/** Where passages of one record were found: what is closed of it may lie in another segment. */
interface Candidate {
  readonly key: RankKey
  readonly groupId: string
  count: number
  best: number
  readonly places: { readonly from: Looked; readonly meeting: number }[]
}

interface Looked extends Searched {
  readonly missing: Missing | null
}

/** Looks through the segments and answers with one page of records and the counts of all. */
export function searchSegments(segments: readonly Searched[], ask: SearchAsk): FoundHere {
  const tally = new Tally()
  const found = new Map<string, Candidate>()
  let total = 0
  for (const searched of segments) {
    const { segment, marks } = searched
    matchTerms(segment, marks, { terms: ask.terms, unwanted: ask.unwanted, dead: searched.dead })
    const looked: Looked = { ...searched, missing: filterFacts(segment, ask.filters) }
    total += collect(looked, ask, tally, found)
  }
  const { page, isMore } = bestOf(found, ask)
  const last = page.at(-1)
  return {
    total,
    records: found.size,
    facets: tally.facets(),
    hits: page.map((candidate) => recordOf(candidate, ask)),
    next: isMore && last !== undefined ? last.key : null,
  }
}

function collect(looked: Looked, ask: SearchAsk, tally: Tally, found: Map<string, Candidate>): number {
  const { segment, marks, missing, groupId } = looked
  const wanted = ask.terms.length
  const counts = tally.of(segment)
  let total = 0
  const { meetingStart } = segment.tables
  for (let meeting = 0; meeting < segment.meetings.length; meeting += 1) {
    let count = 0
    let best = 0
    for (let passage = meetingStart[meeting] ?? 0, end = meetingStart[meeting + 1] ?? 0; passage < end; passage += 1) {
      if (marks.level[passage] !== wanted) continue
      const missed = missing === null ? 0 : missing(passage)
      counts.count(passage, missed)
      if (missed !== 0) continue
      count += 1
      if (ask.sort === 'best') best = Math.max(best, scoreOf(segment, marks, passage))
    }
    if (count > 0) add(looked, meeting, { count, best }, found, groupId)
    total += count
  }
  counts.done()
  return total
}

function add(
  from: Looked,
  meeting: number,
  seen: { count: number; best: number },
  found: Map<string, Candidate>,
  groupId: string,
) {
  const facts = from.segment.meetings[meeting]
  if (facts === undefined) return
  const known = found.get(facts.meetingId)
  const count = seen.count + (known?.count ?? 0)
  const best = Math.max(seen.best, known?.best ?? 0)
  // Many fitting passages say that the record is about it; how new it is decides between equals.
  const score = best === 0 ? 0 : best * (1 + Math.log10(count) / 4)
  const key = { score, date: dateNumber(facts), meetingId: facts.meetingId }
  const places = [...(known?.places ?? []), { from, meeting }]
  found.set(facts.meetingId, { key, groupId, count, best, places })
}

function bestOf(found: ReadonlyMap<string, Candidate>, { limit, after }: SearchAsk) {
  const rest = [...found.values()].filter(({ key }) => after === null || compareRank(after, key) < 0)
  rest.sort((one, other) => compareRank(one.key, other.key))
  return { page: rest.slice(0, limit), isMore: rest.length > limit }
}

function recordOf({ groupId, places, count }: Candidate, ask: SearchAsk): FoundRecord {
  const facts = places[0]?.from.segment.meetings[places[0].meeting]
  if (facts === undefined) throw new Error('A record was found nowhere')
  const passages = places.flatMap(({ from, meeting }) => passagesIn(from, meeting, ask))
  passages.sort((one, other) => other.score - one.score)
  const shown = passages.slice(0, ask.passagesEach)
  return { groupId, meeting: facts, passages: shown.map((one) => foundPassage(one, ask.terms)), more: count - shown.length }
}

interface Scored {
  readonly segment: Segment
  readonly passage: number
  readonly score: number
}

function passagesIn({ segment, marks, missing }: Looked, meeting: number, { terms }: SearchAsk): Scored[] {
  const { meetingStart } = segment.tables
  const passages: Scored[] = []
  for (let passage = meetingStart[meeting] ?? 0, end = meetingStart[meeting + 1] ?? 0; passage < end; passage += 1) {
    if (marks.level[passage] !== terms.length || (missing !== null && missing(passage) !== 0)) continue
    passages.push({ segment, passage, score: scoreOf(segment, marks, passage) })
  }
  return passages
}

function foundPassage({ segment, passage }: Scored, terms: readonly SearchTerm[]): FoundPassage {
  const { tables } = segment
  const { id, paragraph, number, kind, text } = bodyOf(segment, passage)
  const part = searchParts[tables.part[passage] ?? 0]
  if (part === undefined) throw new Error('A passage of the index is of no known part')
  const standing = standings[(tables.standing[passage] ?? 0) - 1] ?? null
  const status = statuses[(tables.status[passage] ?? 0) - 1] ?? null
  return { part, id, paragraph, number, standing, kind, status, snippet: snippetOf(text, terms) }
}

/** What is kept of a passage for showing it; throws when its bytes are damaged. */
export function bodyOf({ bodies, tables }: Segment, passage: number): PassageBody {
  const bytes = bodies.read(tables.bodyStart[passage] ?? 0, tables.bodyStart[passage + 1] ?? 0)
  // `buildSegment` wrote it; bytes that are damaged are hardly ever JSON, and `verify` reads all of them.
  return JSON.parse(new TextDecoder().decode(bytes)) as PassageBody
}
