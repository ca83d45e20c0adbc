export const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred', 'notStated'] as const
export const states = ['current', 'superseded', 'implemented', 'withdrawn'] as const
export type OutcomeStanding = (typeof standings)[number]
export type OutcomeState = (typeof states)[number]

/** Which outcomes are asked for, as the address of the page holds it. Empty: all. */
export interface OutcomesQuery {
  readonly q: string
  readonly state: readonly OutcomeState[]
  readonly standing: OutcomeStanding | null
  readonly kind: string | null
  readonly meeting: string | null
}

export const allOutcomes: OutcomesQuery = { q: '', state: [], standing: null, kind: null, meeting: null }

/** Reads it out of an address; what is not understood is left out. */
export function readOutcomesQuery(search: Readonly<Record<string, unknown>>): OutcomesQuery {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : '')
  return {
    q: text('q'),
    state: states.filter((one) => text('state').split(',').includes(one)),
    standing: standings.find((one) => one === text('standing')) ?? null,
    kind: text('kind') || null,
    meeting: text('meeting') || null,
  }
}

/** The same as an address. */
export function writeOutcomesQuery(query: OutcomesQuery): string {
  const given = new URLSearchParams()
  if (query.q !== '') given.set('q', query.q)
  if (query.state.length > 0) given.set('state', query.state.join(','))
  for (const name of ['standing', 'kind', 'meeting'] as const) {
    const value = query[name]
    if (value !== null) given.set(name, value)
  }
  const text = given.toString()
  return text === '' ? '' : `?${text}`
}
