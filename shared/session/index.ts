// session: what the chair runs: its state, its commands, decide(state, command, actor, surroundings) and evolve(state, event).
// Pure rules: knows no document, no socket and no storage; the server stores what evolves, by compare-and-set.
export type { Actor } from './actor.ts'
export { changeHead } from './changeHead.ts'
export { checkRecord, type Finding } from './checkRecord.ts'
export { type CommandDraft, type CommandOf, type SessionCommand, sessionCommandSchema } from './commands.ts'
export { countComments, isOpenObjection } from './countComments.ts'
export { decide } from './decide.ts'
export type { SessionEvent } from './events.ts'
export { evolve } from './evolve.ts'
export { exactInstant } from './exactInstant.ts'
export { isListOpen, isOwnRequest, ownRequest, waiting } from './floorList.ts'
export { type Forecast, forecast } from './forecast.ts'
export { isBeingRead } from './isBeingRead.ts'
export { itemTime } from './itemTime.ts'
export { sessionLimits } from './limits.ts'
export { neighbours } from './neighbours.ts'
export { completeSession, newSession } from './newSession.ts'
export { notSpoken } from './notSpoken.ts'
export { openBrackets } from './openBrackets.ts'
export { type PaperSource, paperFor } from './paperFor.ts'
export { type Reason, reasons } from './reasons.ts'
export { sessionVisibleTo } from './sessionVisibleTo.ts'
export { adoptBySilence, silenceAdopts } from './silence.ts'
export { speakerTime } from './speakerTime.ts'
export { type SpeakingTime, speakingTimes } from './speakingTimes.ts'
export type { Floor, FloorRequest, Reading, RunningClock, SessionState, Speaking } from './state.ts'
export type { DelegationFacts, PartFacts, Surroundings } from './surroundings.ts'
export type {
  Addition,
  Adoption,
  Circulation,
  CommentAnswer,
  CommentAuthor,
  CommentCounts,
  CommentKind,
  Correction,
  EndedCirculation,
  MovedDeadline,
  RecordComment,
  RecordVersion,
  VersionKind,
  VersionLine,
  WantedVersion,
} from './version.ts'
export { withoutAuthor } from './withoutAuthor.ts'
export { idOf, isPlainText, lineOf } from './words.ts'
