import { type RefusalCode, type Refused, refuse } from '../base/index.ts'

/** Why the room says no: each reason with the code it stands behind. The page has a sentence for each (`reason.<reason>`). */
export const reasons = {
  isPlanned: 'wrongPhase', // not yet opened
  isInSession: 'wrongPhase',
  isSuspended: 'wrongPhase',
  isDraft: 'wrongPhase', // the session is over
  isCirculated: 'wrongPhase',
  isAdopted: 'wrongPhase',
  movedOn: 'stale', // item or speaker is not the one the sender saw
  noChange: 'conflict', // it is so already
  limitReached: 'overLimit',
  unknownItem: 'notFound',
  unknownOutcome: 'notFound',
  unknownAction: 'notFound',
  unknownDelegation: 'notFound',
  nothingLeft: 'conflict', // no item is left to open
  nothingBefore: 'conflict',
  noItemOpen: 'conflict',
  notRunning: 'conflict',
  alreadyRunning: 'conflict',
  noSpeakingTime: 'conflict', // no limit to add to
  alreadyOnList: 'conflict',
  listClosed: 'conflict',
  listFull: 'tooMany',
  notOnList: 'notFound',
  notYours: 'forbidden',
  forOneOnly: 'invalid', // a delegation and a name at once
  nobodyWaiting: 'conflict',
  nobodySpeaking: 'conflict',
  closedToObservers: 'forbidden',
  alreadyCheckedIn: 'conflict',
  notCheckedIn: 'conflict',
  noDelegation: 'conflict', // without delegation, where no names are kept
  noNames: 'conflict', // names given where no names are kept
  notListed: 'notFound', // not in the list of attendance
  emptyText: 'conflict',
  openBrackets: 'conflict',
  alreadyAgreed: 'locked',
  beingRead: 'locked',
  notBeingRead: 'stale',
  deadlineTooSoon: 'invalid',
  deadlineTooFar: 'invalid', // over a year from now
  unknownTimeZone: 'invalid',
  otherText: 'stale', // the circulated text is not the one the sender saw
  objectionOpen: 'conflict',
  silenceAdopted: 'wrongPhase', // the deadline has passed without objection
  unknownPart: 'notFound', // no such paragraph in the last version
  sameWords: 'conflict', // new words that are the old ones
  noWords: 'conflict', // a part without words to mend: attendance, speakers
  correctedTwice: 'invalid', // one paragraph twice in one corrigendum
  isWithdrawn: 'conflict', // the adopted record
  unknownComment: 'notFound',
  commentWithdrawn: 'conflict',
  alreadyAnswered: 'conflict', // once the record is adopted, an answer stands
  notYourComment: 'forbidden',
} as const satisfies Readonly<Record<string, RefusalCode>>

/** One of the reasons for which the room refuses a command. */
export type Reason = keyof typeof reasons

/** The no of the room: the code follows from the reason. */
export function no(reason: Reason, message: string): Refused {
  return refuse(reasons[reason], message, reason)
}
