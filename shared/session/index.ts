// session: what the chair runs: its state, its commands, decide(state, command, actor, now) and evolve(state, event).
// Pure rules: knows no document, no socket and no storage; the server stores what evolves, by compare-and-set.
export { type SessionCommand, sessionCommandSchema } from './commands.ts'
export { type Actor, decide, evolve, type SessionEvent } from './decide.ts'
export type { SessionState } from './state.ts'
