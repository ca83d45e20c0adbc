import { searchParts } from '../../../shared/search/index.ts'
import type { FacetName, Facets } from '../face.ts'
import { misses } from './filterFacts.ts'
import { type Segment, standings, statuses } from './Segment.ts'

/** Facets show at most so many values. */
const mostValues = 40

/** Counts facets over all segments of a search. */
export class Tally {
  private readonly counts: Readonly<Record<FacetName, Map<string, number>>> = {
    part: new Map(),
    kind: new Map(),
    standing: new Map(),
    status: new Map(),
    phase: new Map(),
    year: new Map(),
    delegation: new Map(),
  }

  /** Counting tables of one segment; `done` adds them to the whole. */
  of(segment: Segment): SegmentTally {
    return new SegmentTally(segment, (name, value, count) => {
      const counts = this.counts[name]
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count)
    })
  }

  facets(): Facets {
    const facet = (name: FacetName) =>
      [...this.counts[name]]
        .map(([value, count]) => ({ value, count }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
        .slice(0, mostValues)
    return {
      part: facet('part'),
      kind: facet('kind'),
      standing: facet('standing'),
      status: facet('status'),
      phase: facet('phase'),
      year: facet('year').sort((one, other) => (one.value < other.value ? 1 : -1)),
      delegation: facet('delegation'),
    }
  }
}

class SegmentTally {
  private readonly part = new Uint32Array(searchParts.length)
  private readonly standing = new Uint32Array(standings.length + 1)
  private readonly status = new Uint32Array(statuses.length + 1)
  private readonly kind: Uint32Array
  private readonly party: Uint32Array
  /** By meeting: passages found, and those that miss nothing but the phase. */
  private readonly found: Uint32Array
  private readonly otherPhase: Uint32Array

  constructor(
    private readonly segment: Segment,
    private readonly add: (name: FacetName, value: string, count: number) => void,
  ) {
    this.kind = new Uint32Array(segment.kinds.length)
    this.party = new Uint32Array(segment.parties.length)
    this.found = new Uint32Array(segment.meetings.length)
    this.otherPhase = new Uint32Array(segment.meetings.length)
  }

  /** A passage that holds the terms, with what it misses of the filters: it still counts as a choice where it misses only that. */
  count(passage: number, missing: number): void {
    const { tables } = this.segment
    if ((missing & ~misses.part) === 0) bump(this.part, tables.part[passage])
    if ((missing & ~misses.standing) === 0) bump(this.standing, tables.standing[passage])
    if ((missing & ~misses.status) === 0) bump(this.status, tables.status[passage])
    if ((missing & ~misses.kind) === 0) bump(this.kind, tables.kind[passage])
    if ((missing & ~misses.phase) === 0) bump(missing === 0 ? this.found : this.otherPhase, tables.meetingOf[passage])
    if ((missing & ~misses.delegation) !== 0) return
    const end = tables.partyStart[passage + 1] ?? 0
    for (let at = tables.partyStart[passage] ?? 0; at < end; at += 1) bump(this.party, tables.partyList[at])
  }

  done(): void {
    const { kinds, parties, meetings } = this.segment
    for (const [code, part] of searchParts.entries()) this.add('part', part, this.part[code] ?? 0)
    for (const [code, standing] of standings.entries()) this.add('standing', standing, this.standing[code + 1] ?? 0)
    for (const [code, status] of statuses.entries()) this.add('status', status, this.status[code + 1] ?? 0)
    for (const [code, kind] of kinds.entries()) if (kind !== '') this.add('kind', kind, this.kind[code] ?? 0)
    for (const [code, party] of parties.entries()) this.add('delegation', party, this.party[code] ?? 0)
    for (const [place, { phase, date }] of meetings.entries()) {
      const found = this.found[place] ?? 0
      this.add('phase', phase, found + (this.otherPhase[place] ?? 0))
      if (date !== null) this.add('year', date.slice(0, 4), found)
    }
  }
}

function bump(table: Uint32Array, place: number | undefined): void {
  if (place !== undefined) table[place] = (table[place] ?? 0) + 1
}
