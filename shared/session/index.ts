// session: what the chair runs: its state, its commands, decide(state, command, actor, surroundings) and evolve(state, event).
// Pure rules: knows no document, no socket and no storage; the server stores what evolves, by compare-and-set.
export { type CommandDraft, type CommandOf, type SessionCommand, sessionCommandSchema } from './commands.ts'
export { type Actor, decide, evolve, type SessionEvent } from './decide.ts'
export { completeSession, newSession } from './newSession.ts'
export { sessionVisibleTo } from './sessionVisibleTo.ts'
export type { Floor, FloorRequest, Reading, RunningClock, SessionState, Speaking } from './state.ts'
export type { DelegationFacts, Surroundings } from './surroundings.ts'
export { idOf, lineOf } from './words.ts'
