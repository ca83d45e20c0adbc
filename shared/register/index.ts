// register: what goes over all meetings of a group: the ledger of later facts and proposals (commands, decide, evolve), and
// registers, threads and participation as pure functions over its records. Later facts never change a record.
// Must not know where records and ledger are kept, nor how a page looks.
export { type LedgerCommand, type LedgerCommandOf, ledgerCommandSchema } from './commands.ts'
export { dayIn, daysLater, isBefore, lastDay, statedDay } from './days.ts'
export { decideLedger } from './decideLedger.ts'
export type { LedgerEntry, LedgerEvent } from './events.ts'
export { evolveLedger } from './evolveLedger.ts'
export type { ImplementedFact, LedgerFact, ProgressFact, SupersededFact } from './facts.ts'
export type { LedgerActor } from './LedgerActor.ts'
export type { LedgerAuthor } from './LedgerAuthor.ts'
export { type LedgerState, newLedger } from './LedgerState.ts'
export type { LedgerSurroundings, MeetingFacts } from './LedgerSurroundings.ts'
export { ledgerLimits } from './limits.ts'
export type { ItemLine, OnwardEvent, OnwardState, Proposal, Settled, Template } from './onwardState.ts'
export { type LedgerReason, ledgerReasons } from './reasons.ts'
export type { GroupRecord } from './types.ts'
