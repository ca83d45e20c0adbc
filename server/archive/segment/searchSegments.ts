import { type SearchTerm, searchParts, snippetOf } from '../../../shared/search/index.ts'
import type { Found, FoundPassage, FoundRecord, RankKey, SearchAsk } from '../face.ts'
import { filterFacts, type Missing } from './filterFacts.ts'
import { matchTerms } from './matchTerms.ts'
import type { Prepared } from './prepare.ts'
import { Front } from './rank.ts'
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
interface Candidate extends RankKey {
  readonly count: number
  readonly best: number
  readonly place: Place
  readonly other: Place | null
}

interface Looked extends Searched {
  readonly missing: Missing | null
}

/** What is gathered over all segments. */
interface Gathered {
  readonly tally: Tally
  readonly front: Front<Candidate>
  /** Records with something closed, by meeting: what was found of them may lie in two segments. */
  readonly halves: Map<string, Candidate>
  total: number
  records: number
}

/** Looks through the segments and answers with one page of records and the counts of all. */
export function searchSegments(segments: readonly Searched[], ask: SearchAsk): Found {
  const { limit, after } = ask
  const gathered: Gathered = { tally: new Tally(), front: new Front(limit + 1, after), halves: new Map(), total: 0, records: 0 }
  for (const searched of segments) {
    const { prepared, dead } = searched
    matchTerms(prepared, { terms: ask.terms, unwanted: ask.unwanted, dead })
    collect({ ...searched, missing: filterFacts(prepared.segment, ask.filters) }, ask, gathered)
  }
  const { tally, front, halves, total, records } = gathered
  for (const candidate of halves.values()) front.take(candidate)
  const page = front.all().slice(0, limit)
  const last = page.at(-1)
  const isMore = front.all().length > limit && last !== undefined
  return {
    total,
    records: records + halves.size,
    facets: tally.facets(),
    hits: page.map((candidate) => recordOf(candidate, ask)),
    next: isMore ? { score: last.score, date: last.date, meetingId: last.meetingId } : null,
  }
}

function collect(from: Looked, ask: SearchAsk, gathered: Gathered): void {
  const { prepared, missing } = from
  const { level, quality, worth, segment } = prepared
  const { meetingStart } = segment.tables
  const wanted = ask.terms.length
  const isRanked = ask.sort === 'best'
  const counts = gathered.tally.of(prepared)
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
    gathered.total += count
    add({ from, meeting }, count, best, gathered)
  }
  counts.done()
}

function add(place: Place, countHere: number, bestHere: number, gathered: Gathered): void {
  const { prepared } = place.from
  const facts = prepared.segment.meetings[place.meeting]
  if (facts === undefined) return
  const date = prepared.date[place.meeting] ?? 0
  const { meetingId, hasClosed } = facts
  const known = hasClosed ? gathered.halves.get(meetingId) : undefined
  const count = countHere + (known?.count ?? 0)
  const best = Math.max(bestHere, known?.best ?? 0)
  // Many fitting passages say that the record is about it; how new it is decides between equals.
  const score = best === 0 ? 0 : best * (1 + Math.log10(count) / 4)
  if (hasClosed) {
    const places = known === undefined ? { place, other: null } : { place: known.place, other: place }
    gathered.halves.set(meetingId, { score, date, meetingId, count, best, ...places })
    return
  }
  gathered.records += 1
  if (gathered.front.mayTake(score, date)) gathered.front.take({ score, date, meetingId, count, best, place, other: null })
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
