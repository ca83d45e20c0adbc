/**
 * Every expected "no" of the product. One closed list: `server/transports/answer` maps each code to a status, an answer
 * and a close code, and the browser has one sentence for each. A code that is not here cannot leave the server.
 */
export const refusalCodes = [
  'unauthenticated', // nobody we know is calling
  'forbidden', // known, but may not
  'notFound', // not there, or not yours to know of: both look the same
  'invalid', // the body does not fit its schema
  'malformed', // bytes that cannot be read as what they claim to be
  'tooLarge', // over a stated limit of size
  'tooMany', // over a stated rate or count; try again later
  'conflict', // something of that name is already there
  'stale', // what you saw has changed since
  'wrongPhase', // the meeting is not at that point of its life
  'frozen', // adopted: the text can no longer change
  'locked', // these words are agreed or being read out
  'foreignClient', // a client id that belongs to somebody else
  'endedClient', // a client id that has been refused before: open a new document
  'gap', // an update that builds on something the server never had
  'shape', // not a part of a record, or not in that place
  'overLimit', // would make the record larger than it may be
  'outdated', // this client does not know the present schema: reload
  'otherEpoch', // the server was restored from an earlier state
  'ended', // the seat, link or session is over
  'rightsChanged', // come in again: your rights are different now
  'notSaving', // the server cannot store at the moment
  'restarting', // the server is stopping in good order
  'internal', // a fault of ours; the answer carries its id
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** An expected no: a code for programs, one English sentence for people and logs. Never holds content or secrets. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  /** Which of the reasons behind the code, where the page has words of its own for it (`shared/session/reasons.ts`). */
  readonly reason?: string | undefined
  /** The places of what was sent that do not fit, without what stood there. */
  readonly fields?: readonly string[] | undefined
}
