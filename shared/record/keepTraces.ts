import type { ActedBy, AttendanceEntry, Attribution, Fixing, Intervention, SessionFacts } from './types.ts'

type Traces = Pick<SessionFacts, 'history' | 'fixings' | 'interventions' | 'attending' | 'reviews'>

/**
 * Takes from the facts the names and turns that the rule forbids to keep at all. Under a rule without names a delegate stays
 * as an id alone: who has checked in must be known until they check out. What is allowed stays the same object.
 */
export function keepTraces<T extends Traces>(facts: T, attribution: Attribution): T {
  if (attribution === 'named') return facts
  const history = mapSame(facts.history, facts.history.map(withoutActor))
  const fixings = fixingsWithoutActors(facts.fixings)
  const attending = mapSame(facts.attending, facts.attending.filter((entry) => !isPerson(entry)).map(withoutNames))
  const interventions =
    attribution === 'none'
      ? mapSame(facts.interventions, [])
      : mapSame(facts.interventions, facts.interventions.map(withoutSpeaker))
  const reviews = mapSame(facts.reviews, facts.reviews.map(withoutActor))
  const same =
    reviews === facts.reviews &&
    history === facts.history &&
    fixings === facts.fixings &&
    attending === facts.attending &&
    interventions === facts.interventions
  return same ? facts : { ...facts, history, fixings, attending, interventions, reviews }
}

/** Somebody who checked in without a delegation: the entry is that person's name. */
function isPerson({ party, delegates }: AttendanceEntry): boolean {
  return 'words' in party && delegates.some((delegate) => delegate.person !== null)
}

/** Who acted, less the name. */
export function withoutName(actor: ActedBy): ActedBy {
  return actor.name === null ? actor : { ...actor, name: null }
}

/** A turn at the floor of which only the type of delegation is known. */
export function withoutSpeaker(turn: Intervention): Intervention {
  return turn.speaker === null && turn.onBehalfOf === null ? turn : { ...turn, speaker: null, onBehalfOf: null }
}

/** The earlier list where the later one has the same members. */
export function mapSame<T>(earlier: readonly T[], later: readonly T[]): readonly T[] {
  return earlier.length === later.length && earlier.every((one, index) => one === later[index]) ? earlier : later
}

function withoutActor<T extends { readonly actor: ActedBy }>(change: T): T {
  const actor = withoutName(change.actor)
  return actor === change.actor ? change : { ...change, actor }
}

function fixingsWithoutActors(fixings: SessionFacts['fixings']): SessionFacts['fixings'] {
  let changed = false
  const entries = Object.entries(fixings).map(([id, list]): [string, readonly Fixing[]] => {
    const later = mapSame(list, list.map(withoutActor))
    if (later !== list) changed = true
    return [id, later]
  })
  return changed ? Object.fromEntries(entries) : fixings
}

/** Written-down names go; whoever checked in stays as an id. */
function withoutNames(entry: AttendanceEntry): AttendanceEntry {
  const delegates = entry.delegates
    .filter((delegate) => delegate.person !== null)
    .map((delegate) =>
      delegate.name === '' && delegate.function === null ? delegate : { ...delegate, name: '', function: null },
    )
  const kept = mapSame(entry.delegates, delegates)
  return kept === entry.delegates ? entry : { ...entry, delegates: kept }
}
