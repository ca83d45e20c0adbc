import { searchParts } from '../../../shared/search/index.ts'
import type { FacetName, Facets } from '../face.ts'
import { misses } from './filterFacts.ts'
import { type Prepared, sortCount, sortParts } from './prepare.ts'
import { phases, standings, statuses } from './Segment.ts'

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
  of(prepared: Prepared): SegmentTally {
    return new SegmentTally(prepared, (name, value, count) => {
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

/** The counts of one segment. A passage that misses one condition alone still counts as a choice of that facet. */
class SegmentTally {
  private readonly found = new Uint32Array(sortCount)
  private readonly otherPart = new Uint32Array(sortCount)
  private readonly otherStanding = new Uint32Array(sortCount)
  private readonly otherStatus = new Uint32Array(sortCount)
  private readonly kind: Uint32Array
  private readonly party: Uint32Array
  private readonly phase = new Uint32Array(phases.length)
  private readonly year: Uint32Array

  constructor(
    private readonly prepared: Prepared,
    private readonly add: (name: FacetName, value: string, count: number) => void,
  ) {
    this.kind = new Uint32Array(prepared.segment.kinds.length)
    this.party = new Uint32Array(prepared.segment.parties.length)
    this.year = new Uint32Array(prepared.years.length + 1)
  }

  /** A passage that was found. Its meeting is counted apart, once for all its passages. */
  one(passage: number): void {
    const { found, kind, prepared } = this
    const sort = prepared.sort[passage] ?? 0
    found[sort] = (found[sort] ?? 0) + 1
    const word = prepared.segment.tables.kind[passage] ?? 0
    kind[word] = (kind[word] ?? 0) + 1
    this.parties(passage)
  }

  /** So many passages of a meeting were found. */
  meeting(meeting: number, count: number): void {
    const { phase, year, prepared } = this
    const code = prepared.phase[meeting] ?? 0
    phase[code] = (phase[code] ?? 0) + count
    const place = prepared.year[meeting] ?? 0
    year[place] = (year[place] ?? 0) + count
  }

  /** A passage that holds the terms and misses something of the filters. */
  missed(passage: number, meeting: number, missing: number): void {
    const { prepared } = this
    const sort = prepared.sort[passage] ?? 0
    const bump = (table: Uint32Array, place: number) => {
      table[place] = (table[place] ?? 0) + 1
    }
    if (missing === misses.part) bump(this.otherPart, sort)
    else if (missing === misses.standing) bump(this.otherStanding, sort)
    else if (missing === misses.status) bump(this.otherStatus, sort)
    else if (missing === misses.kind) bump(this.kind, prepared.segment.tables.kind[passage] ?? 0)
    else if (missing === misses.phase) bump(this.phase, prepared.phase[meeting] ?? 0)
    else if (missing === misses.delegation) this.parties(passage)
  }

  done(): void {
    const { segment, years } = this.prepared
    for (let sort = 0; sort < sortCount; sort += 1) {
      const found = this.found[sort] ?? 0
      if (found + (this.otherPart[sort] ?? 0) + (this.otherStanding[sort] ?? 0) + (this.otherStatus[sort] ?? 0) === 0) continue
      const { part, standing, status } = sortParts(sort)
      const standingName = standings[standing - 1]
      const statusName = statuses[status - 1]
      this.add('part', searchParts[part] ?? '', found + (this.otherPart[sort] ?? 0))
      if (standingName !== undefined) this.add('standing', standingName, found + (this.otherStanding[sort] ?? 0))
      if (statusName !== undefined) this.add('status', statusName, found + (this.otherStatus[sort] ?? 0))
    }
    for (const [code, kind] of segment.kinds.entries()) if (kind !== '') this.add('kind', kind, this.kind[code] ?? 0)
    for (const [code, party] of segment.parties.entries()) this.add('delegation', party, this.party[code] ?? 0)
    for (const [code, phase] of phases.entries()) this.add('phase', phase, this.phase[code] ?? 0)
    for (const [place, year] of years.entries()) this.add('year', year, this.year[place + 1] ?? 0)
  }

  private parties(passage: number): void {
    const { partyStart, partyList } = this.prepared.segment.tables
    const { party } = this
    for (let at = partyStart[passage] ?? 0, end = partyStart[passage + 1] ?? 0; at < end; at += 1) {
      const place = partyList[at] ?? 0
      party[place] = (party[place] ?? 0) + 1
    }
  }
}
