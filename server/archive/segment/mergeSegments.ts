import { Numbered } from './buildSegment.ts'
import { postingsOf } from './postingsOf.ts'
import type { Bodies, MeetingFacts, Segment, SegmentTables } from './Segment.ts'

/** A segment with those of its meetings that still count. */
export interface Source {
  readonly segment: Segment
  readonly live: readonly number[]
}

/** A merged segment; its bodies still lie where they were, in these pieces one after the other. */
export interface Merged {
  readonly segment: Omit<Segment, 'bodies'>
  readonly pieces: readonly { readonly bodies: Bodies; readonly from: number; readonly to: number }[]
}

/** Makes one segment of several, without reading a word anew. Steps, so that searches come between. */
export function* mergeSegments(sources: readonly Source[]): Generator<undefined, Merged> {
  const terms = yield* mergeTerms(sources)
  const sizes = sizesOf(sources)
  const kinds = new Numbered()
  const parties = new Numbered()
  const meetings: MeetingFacts[] = []
  const tables = emptyTables(sizes)
  const pieces: Merged['pieces'][number][] = []
  const at = { passage: 0, token: 0, party: 0, body: 0 }
  for (const { segment, live } of sources) {
    const places = yield* placesIn(terms, segment.terms)
    const kindPlaces = Uint16Array.from(segment.kinds, (kind) => kinds.of(kind))
    const partyPlaces = Uint32Array.from(segment.parties, (party) => parties.of(party))
    for (const meeting of live) {
      const facts = segment.meetings[meeting]
      if (facts === undefined) continue
      copyMeeting(segment, meeting, { tables, places, kindPlaces, partyPlaces, at, number: meetings.length })
      pieces.push(bodiesOf(segment, meeting))
      meetings.push(facts)
      if (meetings.length % 64 === 0) yield
    }
  }
  const turned = yield* postingsOf(tables.tokens, tables.tokenStart, terms.length)
  // A word may have stood in meetings alone that no longer count: it stays, with no passage behind it.
  return { segment: { meetings, terms, kinds: kinds.all(), parties: parties.all(), tables: { ...tables, ...turned } }, pieces }
}

/** All words of all sources in order, each once; two lists at a time, the short ones first. */
function* mergeTerms(sources: readonly Source[]): Generator<undefined, readonly string[]> {
  const lists = sources.map(({ segment }) => segment.terms)
  while (lists.length > 1) {
    lists.sort((one, other) => one.length - other.length)
    const [first = [], second = []] = lists.splice(0, 2)
    lists.push(yield* union(first, second))
  }
  return lists[0] ?? []
}

function* union(first: readonly string[], second: readonly string[]): Generator<undefined, readonly string[]> {
  const all: string[] = []
  let one = 0
  let other = 0
  for (;;) {
    const left = first[one]
    const right = second[other]
    if (left === undefined && right === undefined) return all
    if (right === undefined || (left !== undefined && left <= right)) {
      all.push(left ?? '')
      one += 1
      if (left === right) other += 1
    } else {
      all.push(right)
      other += 1
    }
    if (all.length % 16_384 === 0) yield
  }
}

/** By place in `own`, the place in `all`, which holds every word of it. */
function* placesIn(all: readonly string[], own: readonly string[]): Generator<undefined, Uint32Array> {
  const places = new Uint32Array(own.length)
  for (let at = 0, place = 0; at < own.length; at += 1) {
    while (all[place] !== own[at]) place += 1
    places[at] = place
    if (at % 16_384 === 16_383) yield
  }
  return places
}

interface Sizes {
  meetings: number
  passages: number
  tokens: number
  parties: number
}

function sizesOf(sources: readonly Source[]): Sizes {
  const sizes: Sizes = { meetings: 0, passages: 0, tokens: 0, parties: 0 }
  for (const { segment, live } of sources) {
    for (const meeting of live) {
      const { first, end } = passagesOf(segment, meeting)
      const { tokenStart, partyStart } = segment.tables
      sizes.meetings += 1
      sizes.passages += end - first
      sizes.tokens += (tokenStart[end] ?? 0) - (tokenStart[first] ?? 0)
      sizes.parties += (partyStart[end] ?? 0) - (partyStart[first] ?? 0)
    }
  }
  return sizes
}

function emptyTables({ meetings, passages, tokens, parties }: Sizes): Omit<SegmentTables, 'termStart' | 'postings'> {
  return {
    tokenStart: new Uint32Array(passages + 1),
    tokens: new Uint32Array(tokens),
    meetingStart: new Uint32Array(meetings + 1),
    meetingOf: new Uint32Array(passages),
    lead: new Uint32Array(passages),
    partyStart: new Uint32Array(passages + 1),
    partyList: new Uint32Array(parties),
    bodyStart: new Uint32Array(passages + 1),
    kind: new Uint16Array(passages),
    part: new Uint8Array(passages),
    standing: new Uint8Array(passages),
    status: new Uint8Array(passages),
  }
}

interface Target {
  readonly tables: Omit<SegmentTables, 'termStart' | 'postings'>
  readonly places: Uint32Array
  readonly kindPlaces: Uint16Array
  readonly partyPlaces: Uint32Array
  readonly at: { passage: number; token: number; party: number; body: number }
  /** The meeting's place in the new segment. */
  readonly number: number
}

function copyMeeting({ tables: from }: Segment, meeting: number, target: Target): void {
  const { tables: to, places, kindPlaces, partyPlaces, at } = target
  for (let passage = from.meetingStart[meeting] ?? 0; passage < (from.meetingStart[meeting + 1] ?? 0); passage += 1) {
    for (let token = from.tokenStart[passage] ?? 0; token < (from.tokenStart[passage + 1] ?? 0); token += 1) {
      to.tokens[at.token] = places[from.tokens[token] ?? 0] ?? 0
      at.token += 1
    }
    for (let party = from.partyStart[passage] ?? 0; party < (from.partyStart[passage + 1] ?? 0); party += 1) {
      to.partyList[at.party] = partyPlaces[from.partyList[party] ?? 0] ?? 0
      at.party += 1
    }
    const lead = from.lead[passage] ?? 0
    to.lead[at.passage] = lead === 0 ? 0 : (partyPlaces[lead - 1] ?? 0) + 1
    to.kind[at.passage] = kindPlaces[from.kind[passage] ?? 0] ?? 0
    to.part[at.passage] = from.part[passage] ?? 0
    to.standing[at.passage] = from.standing[passage] ?? 0
    to.status[at.passage] = from.status[passage] ?? 0
    to.meetingOf[at.passage] = target.number
    at.body += (from.bodyStart[passage + 1] ?? 0) - (from.bodyStart[passage] ?? 0)
    at.passage += 1
    to.tokenStart[at.passage] = at.token
    to.partyStart[at.passage] = at.party
    to.bodyStart[at.passage] = at.body
  }
  to.meetingStart[target.number + 1] = at.passage
}

function bodiesOf(segment: Segment, meeting: number): Merged['pieces'][number] {
  const { first, end } = passagesOf(segment, meeting)
  const { bodyStart } = segment.tables
  return { bodies: segment.bodies, from: bodyStart[first] ?? 0, to: bodyStart[end] ?? 0 }
}

function passagesOf({ tables }: Segment, meeting: number): { readonly first: number; readonly end: number } {
  return { first: tables.meetingStart[meeting] ?? 0, end: tables.meetingStart[meeting + 1] ?? 0 }
}
