import { type Action, type EditingRules, may, mayEver, type Role } from '../access/index.ts'
import { type Millis, ok, type Result, refuse } from '../base/index.ts'
import type { Phase } from '../record/index.ts'
import type { SessionCommand } from './commands.ts'
import type { SessionState } from './state.ts'

/** What a command made happen. */
export type SessionEvent = { readonly kind: 'phase.changed'; readonly phase: Phase; readonly at: Millis; readonly by: string }

/** Who commands: role now, name for the history, and the group's rules. All from the server's own knowledge. */
export interface Actor {
  readonly role: Role | null
  readonly name: string
  readonly rules: EditingRules
}

interface Step {
  readonly action: Action
  readonly from: readonly Phase[]
  readonly to: Phase
}

/** The life of a meeting as far as the room itself moves it: planned → inSession ⇄ suspended → draft. */
const steps: Readonly<Record<SessionCommand['kind'], Step>> = {
  'meeting.open': { action: 'session.open', from: ['planned'], to: 'inSession' },
  'meeting.suspend': { action: 'session.suspend', from: ['inSession'], to: 'suspended' },
  'meeting.resume': { action: 'session.resume', from: ['suspended'], to: 'inSession' },
  'meeting.close': { action: 'session.close', from: ['inSession', 'suspended'], to: 'draft' },
}

/** Says what a command leads to, or why not. Pure and total: each command in each phase has an answer. */
export function decide(state: SessionState, command: SessionCommand, actor: Actor, now: Millis): Result<readonly SessionEvent[]> {
  const step = steps[command.kind]
  if (!mayEver(actor.role, step.action, actor.rules)) return refuse('forbidden', 'Your role does not run the session.')
  const allowed = may(actor.role, step.action, { phase: state.phase, rules: actor.rules })
  if (!allowed || !step.from.includes(state.phase)) {
    return refuse('wrongPhase', `The meeting is ${state.phase}: ${command.kind} is not possible now.`)
  }
  return ok([{ kind: 'phase.changed', phase: step.to, at: now, by: actor.name }])
}

/** The state after an event. */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  const change = { phase: event.phase, at: event.at, by: event.by }
  return { ...state, phase: event.phase, history: [...state.history, change] }
}
