import type { ItemId, OutcomeId } from '../../shared/base/index.ts'
import type { Person } from '../../shared/protocol/index.ts'
import type { OutcomeView } from '../../shared/record/index.ts'

/** Why an outcome is the one that is shown. */
export type WhyShown = 'reading' | 'shown' | 'writing' | 'last'

export interface ShownOutcome {
  readonly outcome: OutcomeView
  /** Who has the caret in it. */
  readonly writers: readonly Person[]
  readonly why: WhyShown
}

export interface ShownFacts {
  readonly outcomes: readonly OutcomeView[]
  readonly people: readonly Person[]
  readonly current: ItemId | null
  /** The one that is being read out now; null when its time is over. */
  readonly reading: OutcomeId | null
  /** The one that somebody chose for the projector. */
  readonly shown: OutcomeId | null
  /** The one whose words changed last, as far as this page has seen. */
  readonly changed: OutcomeId | null
  /** The one that was shown before: of two that are being written, it stays. */
  readonly before: OutcomeId | null
}

/**
 * Which outcome the room looks at: the one being read out, the one somebody chose, the one being written, the one that changed last, the
 * last that is not agreed, the last. While an item is open, what nobody chose comes from it: a wall does not wander off with a writer.
 */
export function shownOutcome(facts: ShownFacts): ShownOutcome | null {
  const { people, current } = facts
  const all = facts.outcomes.filter((outcome) => !outcome.removed)
  const here = current === null ? all : all.filter((outcome) => outcome.item === current)
  const chosen = (id: OutcomeId | null) => (id === null ? undefined : all.find((outcome) => outcome.id === id))
  const show = (outcome: OutcomeView, why: WhyShown) => ({ outcome, writers: writersOf(outcome.id, people), why })

  const reading = chosen(facts.reading)
  if (reading !== undefined) return show(reading, 'reading')
  const shown = chosen(facts.shown)
  if (shown !== undefined) return show(shown, 'shown')
  const written = here.filter((outcome) => writersOf(outcome.id, people).length > 0)
  const writing = written.find((outcome) => outcome.id === facts.before) ?? written.at(-1)
  if (writing !== undefined) return show(writing, 'writing')
  const last =
    here.find((outcome) => outcome.id === facts.changed) ??
    here.findLast((outcome) => outcome.standing !== 'agreed') ??
    here.at(-1)
  return last === undefined ? null : show(last, 'last')
}

function writersOf(id: OutcomeId, people: readonly Person[]): readonly Person[] {
  return people.filter(({ state }) => state?.away === false && state.field?.startsWith(`outcomes/${id}/`) === true)
}
