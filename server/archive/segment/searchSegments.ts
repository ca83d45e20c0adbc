import { type SearchTerm, searchParts, snippetOf } from '../../../shared/search/index.ts'
import type { Found, FoundPassage, FoundRecord, RankKey, SearchAsk } from '../face.ts'
import { filterFacts, type Missing } from './filterFacts.ts'
import { matchTerms } from './matchTerms.ts'
import type { Prepared } from './prepare.ts'
import { compareRank, firstInRank } from './rank.ts'
import { type PassageBody, type Segment, standings, statuses } from './Segment.ts'
import { Tally } from './Tally.ts'

/** A segment to be looked through, with those of its meetings that do not count (replaced by newer ones, or not the asker's). */
export interface Searched {
  readonly groupId: string
  readonly prepared: Prepared
  readonly dead: ReadonlySet<number>
}

interface Place {
  readonly from: Looked
  readonly meeting: number
}

/** A record with passages that were found: what is closed of it may lie in another segment. */
interface Candidate {
  readonly key: RankKey
  readonly count: number
  readonly best: number
  readonly place: Place
  readonly other: Place | null
}

interface Looked extends Searched {
  readonly missing: Missing | null
}

/** Looks through the segments and answers with one page of records and the counts of all. */
export function searchSegments(segments: readonly Searched[], ask: SearchAsk): Found {
  const tally = new Tally()
  const candidates: Candidate[] = []
  /** By meeting, of those with something closed: the other half is in another segment. */
  const halves = new Map<string, number>()
  let total = 0
  for (const searched of segments) {
    const { prepared, dead } = searched
    matchTerms(prepared, { terms: ask.terms, unwanted: ask.unwanted, dead })
    const looked: Looked = { ...searched, missing: filterFacts(prepared.segment, ask.filters) }
    total += collect(looked, ask, tally, candidates, halves)
  }
  const { after, limit } = ask
  const rest = after === null ? candidates : candidates.filter(({ key }) => compareRank(after, key) < 0)
  const first = firstInRank(rest, limit + 1)
  const page = first.slice(0, limit)
  const last = page.at(-1)
  return {
    total,
    records: candidates.length,
    facets: tally.facets(),
    hits: page.map((candidate) => recordOf(candidate, ask)),
    next: first.length > limit && last !== undefined ? last.key : null,
  }
}

function collect(from: Looked, ask: SearchAsk, tally: Tally, candidates: Candidate[], halves: Map<string, number>): number {
  const { prepared, missing } = from
  const { level, quality, worth, segment } = prepared
  const { meetingStart } = segment.tables
  const wanted = ask.terms.length
  const isRanked = ask.sort === 'best'
  const counts = tally.of(prepared)
  let total = 0
  for (let meeting = 0; meeting < segment.meetings.length; meeting += 1) {
    let count = 0
    let best = 0
    for (let passage = meetingStart[meeting] ?? 0, end = meetingStart[meeting + 1] ?? 0; passage < end; passage += 1) {
      if (level[passage] !== wanted) continue
      const missed = missing === null ? 0 : missing(passage)
      if (missed !== 0) {
        counts.missed(passage, meeting, missed)
        continue
      }
      counts.one(passage)
      count += 1
      const score = isRanked ? (quality[passage] ?? 0) * (worth[passage] ?? 0) : 0
      if (score > best) best = score
    }
    if (count === 0) continue
    counts.meeting(meeting, count)
    add({ from, meeting }, { count, best }, candidates, halves)
    total += count
  }
  counts.done()
  return total
}

function add(place: Place, seen: { count: number; best: number }, candidates: Candidate[], halves: Map<string, number>): void {
  const { prepared } = place.from
  const facts = prepared.segment.meetings[place.meeting]
  if (facts === undefined) return
  const { meetingId } = facts
  const known = facts.hasClosed ? candidates[halves.get(meetingId) ?? -1] : undefined
  const count = seen.count + (known?.count ?? 0)
  const best = Math.max(seen.best, known?.best ?? 0)
  // Many fitting passages say that the record is about it; how new it is decides between equals.
  const score = best === 0 ? 0 : best * (1 + Math.log10(count) / 4)
  const key = { score, date: prepared.date[place.meeting] ?? 0, meetingId }
  if (known !== undefined) {
    candidates[halves.get(meetingId) ?? -1] = { key, count, best, place: known.place, other: place }
    return
  }
  if (facts.hasClosed) halves.set(meetingId, candidates.length)
  candidates.push({ key, count, best, place, other: null })
}

function recordOf({ place, other, count }: Candidate, ask: SearchAsk): FoundRecord {
  const { groupId, prepared } = place.from
  const meeting = prepared.segment.meetings[place.meeting]
  if (meeting === undefined) throw new Error('A record was found nowhere')
  const passages = [...passagesIn(place, ask), ...(other === null ? [] : passagesIn(other, ask))]
  passages.sort((one, next) => next.score - one.score)
  const shown = passages.slice(0, ask.passagesEach)
  return { groupId, meeting, passages: shown.map((one) => foundPassage(one, ask.terms)), more: count - shown.length }
}

interface Scored {
  readonly segment: Segment
  readonly passage: number
  readonly score: number
}

function passagesIn({ from: { prepared, missing }, meeting }: Place, { terms }: SearchAsk): Scored[] {
  const { level, quality, worth, segment } = prepared
  const { meetingStart } = segment.tables
  const passages: Scored[] = []
  for (let passage = meetingStart[meeting] ?? 0, end = meetingStart[meeting + 1] ?? 0; passage < end; passage += 1) {
    if (level[passage] !== terms.length || (missing !== null && missing(passage) !== 0)) continue
    passages.push({ segment, passage, score: (quality[passage] ?? 0) * (worth[passage] ?? 0) })
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
