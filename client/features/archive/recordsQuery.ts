/** The facets whose boxes can be ticked. */
export const tickFacets = ['part', 'kind', 'standing', 'year', 'phase'] as const
export type TickFacet = (typeof tickFacets)[number]

/** What is asked of the archive, as the address of the page holds it. */
export interface RecordsQuery {
  readonly q: string
  readonly part: readonly string[]
  readonly kind: readonly string[]
  readonly standing: readonly string[]
  /** Of all that the years say, the first and the last: a search has one stretch of time. */
  readonly year: readonly string[]
  readonly phase: readonly string[]
  readonly delegation: string | null
  readonly sort: 'best' | 'newest'
}

export const nothingAsked: RecordsQuery = {
  q: '',
  part: [],
  kind: [],
  standing: [],
  year: [],
  phase: [],
  delegation: null,
  sort: 'best',
}

/** Reads it out of an address; what is not understood is left out. */
export function readRecordsQuery(search: Readonly<Record<string, unknown>>): RecordsQuery {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  const list = (name: string) =>
    text(name)
      .split(',')
      .filter((one) => one !== '')
  return {
    q: text('q'),
    part: list('part'),
    kind: list('kind'),
    standing: list('standing'),
    year: list('year').filter((one) => /^\d{4}$/.test(one)),
    phase: list('phase'),
    delegation: text('delegation') || null,
    sort: text('sort') === 'newest' ? 'newest' : 'best',
  }
}

/** The same as an address: plain words, nothing for what is not asked. */
export function writeRecordsQuery(query: RecordsQuery): string {
  const given = new URLSearchParams()
  if (query.q !== '') given.set('q', query.q)
  for (const name of tickFacets) if (query[name].length > 0) given.set(name, query[name].join(','))
  if (query.delegation !== null) given.set('delegation', query.delegation)
  if (query.sort !== 'best') given.set('sort', query.sort)
  const text = given.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether anything is asked at all: without, the archive itself is shown. */
export function isAsking(query: RecordsQuery): boolean {
  return query.q.trim() !== '' || countFilters(query) > 0
}

/** How many boxes are ticked. */
export function countFilters(query: RecordsQuery): number {
  return tickFacets.reduce((sum, name) => sum + query[name].length, query.delegation === null ? 0 : 1)
}

/** With one box ticked or not; years in between come with the first and the last. */
export function ticked(query: RecordsQuery, facet: TickFacet, value: string, isOn: boolean): RecordsQuery {
  const others = query[facet].filter((one) => one !== value)
  return { ...query, [facet]: isOn ? [...others, value] : others }
}

/** As the server is asked. */
export function askingOf(
  query: RecordsQuery,
  groupId: string | null,
): Readonly<Record<string, string | readonly string[] | null>> {
  const years = [...query.year].sort()
  return {
    q: query.q.trim(),
    group: groupId,
    part: query.part,
    kind: query.kind,
    standing: query.standing,
    phase: query.phase,
    delegation: query.delegation,
    from: years[0] ?? null,
    to: years.at(-1) ?? null,
    sort: query.sort,
  }
}
