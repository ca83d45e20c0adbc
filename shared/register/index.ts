// register: what goes over all meetings of a group: the ledger of later facts and proposals (commands, decide, evolve), and
// registers, threads and participation as pure functions over its records. Later facts never change a record.
// Must not know where records and ledger are kept, nor how a page looks.
export { type LedgerCommand, type LedgerCommandOf, ledgerCommandSchema } from './commands.ts'
export { statedDay } from './days.ts'
export { decideLedger } from './decideLedger.ts'
export type { LedgerEntry, LedgerEvent } from './events.ts'
export { evolveLedger } from './evolveLedger.ts'
export type { ImplementedFact, LedgerFact, ProgressFact, SupersededFact } from './facts.ts'
export type { LedgerActor } from './LedgerActor.ts'
export type { LedgerAuthor } from './LedgerAuthor.ts'
export { type LedgerState, newLedger } from './LedgerState.ts'
export type { LedgerSurroundings, MeetingFacts } from './LedgerSurroundings.ts'
export { ledgerLimits } from './limits.ts'
export { type OnwardAgenda, type OnwardSource, type OnwardWords, onwardAgenda } from './onwardAgenda.ts'
export { type Change, type ChangesSource, changesSince } from './onwardChanges.ts'
export { type HandoverSource, type HeldMeeting, isOverdue, type NextStep, nextSteps } from './onwardHandover.ts'
export { latestStatus } from './onwardLatest.ts'
export {
  type LatestStatus,
  type OpenAction,
  type OpenItem,
  type OpenMatters,
  type OpenTarget,
  openIn,
  openMatters,
} from './onwardOpen.ts'
export type { ItemLine, OnwardEvent, OnwardState, Proposal, Settled, Template } from './onwardState.ts'
export {
  type DelegationLine,
  type Participation,
  participation,
  type Told,
} from './participation.ts'
export { type LedgerReason, ledgerReasons } from './reasons.ts'
export { actionRows } from './rows/actionRows.ts'
export { type ActionAsk, type OutcomeAsk, passesAction, passesOutcome } from './rows/filters.ts'
export { outcomeRows } from './rows/outcomeRows.ts'
export type { RegisterSource } from './rows/RegisterSource.ts'
export {
  type ActionGroup,
  type ActionRow,
  actionGroups,
  type OutcomeName,
  type OutcomeRow,
  type OutcomeState,
  type RowAuthor,
  type RowParty,
  type RowProgress,
} from './rows/Rows.ts'
export { actionThread } from './thread/actionThread.ts'
export { outcomeThread } from './thread/outcomeThread.ts'
export type { ThreadCorrection } from './thread/recordSteps.ts'
export type { Thread, ThreadStep } from './thread/Thread.ts'
export type { GroupRecord } from './types.ts'
