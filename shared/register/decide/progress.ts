import { may } from '../../access/index.ts'
import type { LedgerCommandOf } from '../commands.ts'
import type { LedgerFact } from '../facts.ts'
import { authorUnder } from '../LedgerAuthor.ts'
import { ledgerLimits } from '../limits.ts'
import { not } from '../reasons.ts'
import { type LedgerDecided, type LedgerScene, yes } from '../scene.ts'
import { factOf } from './factOf.ts'
import { isFull } from './isFull.ts'
import { takesPart } from './takesPart.ts'

/** Notes how far an action has come, once its record can no longer say it. */
export function noteProgress(scene: LedgerScene, command: LedgerCommandOf<'action.progress'>): LedgerDecided {
  const { state, actor, now, around } = scene
  const { id, action, meeting, status = null, note = null } = command
  const found = around.action(meeting, action)
  if (found === null) return not('notInRecord', 'This action is not in the record.')
  const circumstances = { phase: found.phase, rules: actor.rules }
  if (!may(actor.role, 'register.progress', circumstances) && !takesPart(actor.delegation?.id ?? null, found)) {
    return not('notYourAction', 'Progress is noted by the office, and by delegations that lead the action or take part in it.')
  }
  if (found.phase !== 'adopted') {
    return not('notAdopted', 'The record is not adopted yet: change the status of the action in the record itself.')
  }
  if (status === null && note === null) return not('nothingSaid', 'Say how far it has come, or a word about it.')
  const isOfAction = (fact: LedgerFact): boolean => fact.kind === 'progress' && fact.action === action
  if (isFull(state) || [...state.facts.values()].filter(isOfAction).length >= ledgerLimits.progress) {
    return not('ledgerFull', 'The register keeps no more of this.')
  }
  const by = authorUnder(found.attribution, actor)
  return yes({ kind: 'fact.stated', fact: { kind: 'progress', id, action, meeting, at: now, status, note, by } })
}

/** Takes back progress: one's own or that of one's delegation, as far as it is kept whose it is; the office takes back any. */
export function withdrawProgress({ state, actor }: LedgerScene, command: LedgerCommandOf<'progress.withdraw'>): LedgerDecided {
  const found = factOf(state, actor, command.fact)
  if (found === null) return not('unknownFact', 'There is no such entry, or it was withdrawn.')
  if (found.kind !== 'progress') return not('otherFact', 'That is not progress of an action.')
  const isOffice = may(actor.role, 'register.progress', { phase: 'adopted', rules: actor.rules })
  const { person, delegation } = found.by
  const isOwn = person === actor.person || (delegation !== null && delegation.id === actor.delegation?.id)
  if (!isOffice && !isOwn) return not('notYourFact', 'This is the entry of somebody else.')
  return yes({ kind: 'fact.withdrawn', fact: found.id })
}
