// base: the words every room uses: results, refusals, ids, the end of a switch.
// Pure: no Node, no browser, no clock, no randomness, and no word of the meeting beyond its ids.
export {
  type ActionId,
  type Brand,
  type CommandId,
  type DelegationId,
  type DocumentId,
  type GroupId,
  type ItemId,
  isId,
  type MeetingId,
  type MemberId,
  type Millis,
  makeId,
  type NewId,
  type OutcomeId,
  type PersonId,
  type QualifierId,
  type ReportId,
  type SeatId,
  type SentenceId,
  type TargetId,
} from './ids.ts'
export { isShallow } from './isShallow.ts'
export { never } from './never.ts'
export { type Refusal, type RefusalCode, refusalCodes } from './Refusal.ts'
export { ok, type Refused, type Result, refuse } from './Result.ts'
export { skeletonOf } from './skeletonOf.ts'
