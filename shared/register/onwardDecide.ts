import { may } from '../access/index.ts'
import type { CommandId } from '../base/index.ts'
import type { LedgerCommandOf } from './commands.ts'
import { authorUnder } from './LedgerAuthor.ts'
import { ledgerLimits } from './limits.ts'
import type { Proposal } from './onwardState.ts'
import { not } from './reasons.ts'
import { type LedgerDecided, type LedgerScene, yes } from './scene.ts'

/** Proposes an item for a later meeting. A proposal is nobody's words in a meeting: it says who made it. */
export function propose({ state, actor, now }: LedgerScene, command: LedgerCommandOf<'backlog.propose'>): LedgerDecided {
  const { id, title, purpose, minutes, why } = command
  if (state.proposals.length >= ledgerLimits.proposals) return not('backlogFull', 'The backlog is full.')
  const proposal = { id, title, purpose, minutes, why, at: now, by: authorUnder('named', actor), settled: null }
  return yes({ kind: 'proposal.made', proposal })
}

/** Takes back what oneself or one's delegation proposed. */
export function withdrawProposal(scene: LedgerScene, { proposal: id }: LedgerCommandOf<'backlog.withdraw'>): LedgerDecided {
  const { actor, now } = scene
  const found = waitingIn(scene, id)
  if ('ok' in found) return found
  const isOfDelegation = actor.delegation !== null && found.by.delegation?.id === actor.delegation.id
  const isOffice = may(actor.role, 'backlog.settle', { phase: null, rules: actor.rules })
  if (found.by.person !== actor.person && !isOfDelegation && !isOffice) {
    return not('notYourProposal', 'This is the proposal of somebody else.')
  }
  const settled = { how: 'withdrawn', at: now, by: authorUnder('named', actor) } as const
  return yes({ kind: 'proposal.settled', proposal: id, settled })
}

/** Declines a proposal, with a word why. */
export function declineProposal(scene: LedgerScene, { proposal: id, why }: LedgerCommandOf<'backlog.decline'>): LedgerDecided {
  const found = waitingIn(scene, id)
  if ('ok' in found) return found
  const settled = { how: 'declined', why, at: scene.now, by: authorUnder('named', scene.actor) } as const
  return yes({ kind: 'proposal.settled', proposal: id, settled })
}

/** Says that a proposal came onto the agenda of a meeting. */
export function takeProposal(scene: LedgerScene, { proposal: id, meeting }: LedgerCommandOf<'backlog.take'>): LedgerDecided {
  const found = waitingIn(scene, id)
  if ('ok' in found) return found
  if (scene.around.meeting(meeting) === null) return not('unknownMeeting', 'There is no such meeting in this group.')
  const settled = { how: 'taken', meeting, at: scene.now, by: authorUnder('named', scene.actor) } as const
  return yes({ kind: 'proposal.settled', proposal: id, settled })
}

/** Gives a proposal another place in the backlog. */
export function moveProposal(scene: LedgerScene, { proposal, after }: LedgerCommandOf<'backlog.move'>): LedgerDecided {
  const ids = scene.state.proposals.map(({ id }) => id)
  const isKnown = ids.includes(proposal) && (after === null || ids.includes(after))
  if (!isKnown) return not('unknownProposal', 'There is no such proposal.')
  const before = ids[ids.indexOf(proposal) - 1] ?? null
  if (after === proposal || after === before) return not('sameOrder', 'The proposal stands there already.')
  return yes({ kind: 'proposal.moved', proposal, after })
}

/** Keeps an agenda to begin with, new or in place of the one of this id. */
export function saveTemplate({ state, actor, now }: LedgerScene, command: LedgerCommandOf<'template.save'>): LedgerDecided {
  const { template: id, name } = command
  const isKnown = state.templates.some((one) => one.id === id)
  if (!isKnown && state.templates.length >= ledgerLimits.templates) return not('templatesFull', 'There are too many templates.')
  const items = command.items.map(({ title, purpose, minutes, children = [] }) => ({ title, purpose, minutes, children }))
  return yes({ kind: 'template.saved', template: { id, name, items, at: now, by: authorUnder('named', actor) } })
}

/** Lets go of a template; meetings that began with it stay as they are. */
export function removeTemplate({ state }: LedgerScene, { template }: LedgerCommandOf<'template.remove'>): LedgerDecided {
  if (!state.templates.some((one) => one.id === template)) return not('unknownTemplate', 'There is no such template.')
  return yes({ kind: 'template.removed', template })
}

function waitingIn({ state }: LedgerScene, id: CommandId): Proposal | ReturnType<typeof not> {
  const found = state.proposals.find((one) => one.id === id)
  if (found === undefined) return not('unknownProposal', 'There is no such proposal.')
  return found.settled === null ? found : not('alreadySettled', 'This proposal has been settled.')
}
