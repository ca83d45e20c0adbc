import type { EditingRules, Role } from '../access/index.ts'
import { type Action, may, mayEver } from '../access/index.ts'
import type { Millis } from '../base/index.ts'
import { ok, type PersonId, type Result, refuse } from '../base/index.ts'
import type { ActedBy, Phase } from '../record/index.ts'
import type { SessionCommand } from './commands.ts'
import type { SessionState } from './state.ts'
import type { DelegationFacts, Surroundings } from './surroundings.ts'

/** What a command made happen. */
export type SessionEvent = { readonly kind: 'phase.changed'; readonly phase: Phase; readonly at: Millis; readonly actor: ActedBy }

/** Who commands: all from the server's own knowledge. */
export interface Actor {
  readonly role: Role | null
  readonly name: string
  readonly function: string | null
  readonly person: PersonId
  readonly delegation: DelegationFacts | null
  readonly rules: EditingRules
}

interface Step {
  readonly action: Action
  readonly from: readonly Phase[]
  readonly to: Phase
}

/** The life of a meeting as far as the room itself moves it: planned → inSession ⇄ suspended → draft. */
const steps: Readonly<Partial<Record<SessionCommand['kind'], Step>>> = {
  'meeting.open': { action: 'session.open', from: ['planned'], to: 'inSession' },
  'meeting.suspend': { action: 'session.suspend', from: ['inSession'], to: 'suspended' },
  'meeting.resume': { action: 'session.resume', from: ['suspended'], to: 'inSession' },
  'meeting.close': { action: 'session.close', from: ['inSession', 'suspended'], to: 'draft' },
}

/** Says what a command leads to, or why not. Pure and total: each command in each phase has an answer. */
export function decide(
  state: SessionState,
  command: SessionCommand,
  actor: Actor,
  { now }: Surroundings,
): Result<readonly SessionEvent[]> {
  const step = steps[command.kind]
  if (step === undefined) return refuse('invalid', 'not yet')
  if (!mayEver(actor.role, step.action, actor.rules)) return refuse('forbidden', 'Your role does not run the session.')
  const allowed = may(actor.role, step.action, { phase: state.phase, rules: actor.rules })
  if (!allowed || !step.from.includes(state.phase)) {
    return refuse('wrongPhase', `The meeting is ${state.phase}: ${command.kind} is not possible now.`)
  }
  const named = state.head.attribution === 'named'
  return ok([{ kind: 'phase.changed', phase: step.to, at: now, actor: { role: actor.role, name: named ? actor.name : null } }])
}

/** The state after an event. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  const change = { phase: event.phase, at: event.at, actor: event.actor }
  return { ...state, phase: event.phase, history: [...state.history, change] }
}
