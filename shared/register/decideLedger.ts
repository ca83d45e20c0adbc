import { type Action, may } from '../access/index.ts'
import { type Millis, refuse } from '../base/index.ts'
import type { LedgerCommand, LedgerCommandOf } from './commands.ts'
import { implement, supersede, withdrawFact } from './decide/outcomes.ts'
import { noteProgress, withdrawProgress } from './decide/progress.ts'
import type { LedgerActor } from './LedgerActor.ts'
import type { LedgerState } from './LedgerState.ts'
import type { LedgerSurroundings } from './LedgerSurroundings.ts'
import {
  declineProposal,
  moveProposal,
  propose,
  removeTemplate,
  saveTemplate,
  takeProposal,
  withdrawProposal,
} from './onwardDecide.ts'
import type { LedgerDecided, LedgerScene } from './scene.ts'

type Kind = LedgerCommand['kind']
type Decide<K extends Kind> = (scene: LedgerScene, command: LedgerCommandOf<K>) => LedgerDecided

/** One rule a command. It is asked only for whoever has one of the rights. */
const rules: { readonly [K in Kind]: Decide<K> } = {
  'action.progress': noteProgress,
  'progress.withdraw': withdrawProgress,
  'outcome.supersede': supersede,
  'outcome.implement': implement,
  'fact.withdraw': withdrawFact,
  'backlog.propose': propose,
  'backlog.withdraw': withdrawProposal,
  'backlog.decline': declineProposal,
  'backlog.take': takeProposal,
  'backlog.move': moveProposal,
  'template.save': saveTemplate,
  'template.remove': removeTemplate,
}

/** Rights of which one suffices to be heard; what is one's own only is the rule's to ask. */
const needs: Readonly<Record<Kind, readonly Action[]>> = {
  'action.progress': ['register.progress', 'register.progressOwn'],
  'progress.withdraw': ['register.progress', 'register.progressOwn'],
  'outcome.supersede': ['register.fact'],
  'outcome.implement': ['register.fact'],
  'fact.withdraw': ['register.fact'],
  'backlog.propose': ['backlog.propose'],
  'backlog.withdraw': ['backlog.propose'],
  'backlog.decline': ['backlog.settle'],
  'backlog.take': ['backlog.settle'],
  'backlog.move': ['backlog.settle'],
  'template.save': ['templates.manage'],
  'template.remove': ['templates.manage'],
}

/** What is said for all of the group: not by somebody whose seat is good for one meeting. */
const forGroup: ReadonlySet<Kind> = new Set<Kind>([
  'backlog.decline',
  'backlog.take',
  'backlog.move',
  'template.save',
  'template.remove',
])

/** Says what a command leads to in a group's ledger, or why not. Pure and total: each command has an answer in each state. */
export function decideLedger(
  state: LedgerState,
  command: LedgerCommand,
  actor: LedgerActor,
  now: Millis,
  around: LedgerSurroundings,
): LedgerDecided {
  const circumstances = { phase: null, rules: actor.rules }
  if (!needs[command.kind].some((action) => may(actor.role, action, circumstances))) {
    return refuse('forbidden', 'Your role does not allow this.')
  }
  if (actor.onlyMeeting !== null && forGroup.has(command.kind)) {
    return refuse('forbidden', 'Your seat is good for one meeting, and this is for the whole group.')
  }
  // The rule found under a command's kind takes that kind; the compiler cannot follow it through the union.
  const rule = rules[command.kind] as Decide<Kind>
  return rule({ state, actor, now, around }, command)
}
