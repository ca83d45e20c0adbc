import type { OutcomeId } from '../../base/index.ts'
import type { LedgerCommandOf } from '../commands.ts'
import { isBefore } from '../days.ts'
import type { LedgerFact } from '../facts.ts'
import { authorUnder } from '../LedgerAuthor.ts'
import type { LedgerState } from '../LedgerState.ts'
import { not } from '../reasons.ts'
import { type LedgerDecided, type LedgerScene, yes } from '../scene.ts'
import { factOf } from './factOf.ts'
import { isFull } from './isFull.ts'

/** Says that a later outcome stands in the place of this one. The words of both records stay as they are. */
export function supersede(scene: LedgerScene, command: LedgerCommandOf<'outcome.supersede'>): LedgerDecided {
  const { state, actor, now, around } = scene
  const { id, outcome, meeting, by: successor, note = null } = command
  const found = around.outcome(meeting, outcome)
  const later = around.outcome(successor.meeting, successor.outcome)
  if (found === null || later === null) return notInRecord()
  if (found.phase !== 'adopted') return notAdopted()
  if (outcome === successor.outcome) return not('supersedesItself', 'An outcome cannot stand in its own place.')
  if (factAbout(state, 'superseded', outcome) !== null) return not('alreadySuperseded', 'This outcome was superseded already.')
  if (isSuccessorOf(state, outcome, successor.outcome)) {
    return not('supersedesInCircle', 'The other outcome was superseded by this one, directly or in a row.')
  }
  if (isBefore(later.startsAt, found.startsAt)) {
    return not('supersededByEarlier', 'The other outcome is of an earlier meeting: only a later one can stand in its place.')
  }
  if (isFull(state)) return not('ledgerFull', 'The register keeps no more of this.')
  const fact = { id, outcome, meeting, successor, note, at: now, by: authorUnder(found.attribution, actor) }
  return yes({ kind: 'fact.stated', fact: { kind: 'superseded', ...fact } })
}

/** Says that what an outcome asked for has been done. */
export function implement(scene: LedgerScene, command: LedgerCommandOf<'outcome.implement'>): LedgerDecided {
  const { state, actor, now, around } = scene
  const { id, outcome, meeting, note = null } = command
  const found = around.outcome(meeting, outcome)
  if (found === null) return notInRecord()
  if (found.phase !== 'adopted') return notAdopted()
  if (factAbout(state, 'implemented', outcome) !== null) return not('alreadyImplemented', 'This outcome was implemented already.')
  if (isFull(state)) return not('ledgerFull', 'The register keeps no more of this.')
  const by = authorUnder(found.attribution, actor)
  return yes({ kind: 'fact.stated', fact: { kind: 'implemented', id, outcome, meeting, note, at: now, by } })
}

/** Takes back that an outcome was superseded or implemented. */
export function withdrawFact({ state, actor }: LedgerScene, command: LedgerCommandOf<'fact.withdraw'>): LedgerDecided {
  const found = factOf(state, actor, command.fact)
  if (found === null) return not('unknownFact', 'There is no such entry, or it was withdrawn.')
  if (found.kind === 'progress') return not('otherFact', 'Progress of an action is taken back by a command of its own.')
  return yes({ kind: 'fact.withdrawn', fact: found.id })
}

type FactOf<Kind extends LedgerFact['kind']> = Extract<LedgerFact, { readonly kind: Kind }>

function factAbout<Kind extends 'superseded' | 'implemented'>(
  { facts }: LedgerState,
  kind: Kind,
  outcome: OutcomeId,
): FactOf<Kind> | null {
  for (const fact of facts.values()) {
    // The kind was compared just now.
    if (fact.kind === kind && 'outcome' in fact && fact.outcome === outcome) return fact as FactOf<Kind>
  }
  return null
}

/** Whether `outcome` stands in the place of `earlier`, directly or in a row. Ends: no circle is ever let in. */
function isSuccessorOf(state: LedgerState, outcome: OutcomeId, earlier: OutcomeId): boolean {
  const next = factAbout(state, 'superseded', earlier)?.successor.outcome
  return next !== undefined && (next === outcome || isSuccessorOf(state, outcome, next))
}

function notInRecord(): LedgerDecided {
  return not('notInRecord', 'This outcome is not in the record.')
}

function notAdopted(): LedgerDecided {
  return not('notAdopted', 'The record is not adopted yet: change the outcome in the record itself.')
}
