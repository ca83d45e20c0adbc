import type { BringInFind } from '../../../shared/protocol/index.ts'
import type { AcceptBody } from '../../sync/index.ts'

export type FindValue = BringInFind['value']

/** What somebody decided about one find; `value` in place of the one that was found. */
export interface Decision {
  readonly state: 'taken' | 'refused'
  readonly value?: FindValue
}

/** By find. What is not in it is undecided, and nothing is made of it. */
export type Decisions = ReadonlyMap<string, Decision>

/** Takes or refuses one find; the same again makes it undecided. A changed value stays with it. */
export function decide(decisions: Decisions, id: string, state: Decision['state']): Decisions {
  const next = new Map(decisions)
  const before = decisions.get(id)
  if (before?.state === state) next.delete(id)
  else next.set(id, { ...before, state })
  return next
}

/** Takes one find with another value. */
export function change(decisions: Decisions, id: string, value: FindValue): Decisions {
  return new Map(decisions).set(id, { state: 'taken', value })
}

/** Takes every find that a heading, a label or a list says; what was decided one by one stays. */
export function takeMarked(decisions: Decisions, finds: readonly BringInFind[]): Decisions {
  const next = new Map(decisions)
  for (const find of finds) {
    if (find.certainty === 'marked' && find.kind !== 'contradiction' && !next.has(find.id)) next.set(find.id, { state: 'taken' })
  }
  return next
}

/** What somebody sees of a find: the value they gave it, else the one that was found. */
export function shownValue(find: BringInFind, decisions: Decisions): FindValue {
  return decisions.get(find.id)?.value ?? find.value
}

/** The finds that somebody can decide about: contradictions only tell. */
export function decidable(finds: readonly BringInFind[]): readonly BringInFind[] {
  return finds.filter((find) => find.kind !== 'contradiction')
}

/** The decisions as they are sent. */
export function acceptBody(decisions: Decisions): AcceptBody {
  const finds = [...decisions].map(([id, { state, value }]) => ({
    id,
    take: state === 'taken',
    ...(value === undefined ? {} : { value }),
  }))
  return { finds }
}

/** The whole text as it is; of what was taken, the server keeps what says what the meeting is called and when it was. */
export function wholeBody(decisions: Decisions, finds: readonly BringInFind[]): AcceptBody {
  const head = new Set(['title', 'date', 'time', 'place', 'language'])
  const taken = finds.filter(
    (find) =>
      head.has(find.kind) && (decisions.get(find.id)?.state ?? (find.certainty === 'marked' ? 'taken' : 'refused')) === 'taken',
  )
  return {
    whole: true,
    finds: taken.map(({ id }) => {
      const value = decisions.get(id)?.value
      return { id, take: true, ...(value === undefined ? {} : { value }) }
    }),
  }
}
