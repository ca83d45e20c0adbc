import { type RefusalCode, type Refused, refuse } from '../base/index.ts'

/** Why the ledger says no: each reason with the code it stands behind. The page has a sentence for each (`reason.<reason>`). */
export const ledgerReasons = {
  notAdopted: 'wrongPhase', // the record itself can still be edited
  notYourAction: 'forbidden', // the delegation neither leads it nor takes part
  notYourFact: 'forbidden',
  nothingSaid: 'invalid', // neither a status nor a note
  notInRecord: 'notFound', // action or outcome
  unknownFact: 'notFound', // never stated, or withdrawn
  otherFact: 'conflict', // this command does not take back facts of that kind
  alreadySuperseded: 'conflict',
  alreadyImplemented: 'conflict',
  supersedesItself: 'conflict',
  supersedesInCircle: 'conflict',
  supersededByEarlier: 'conflict', // the meeting of the successor was before
  ledgerFull: 'overLimit',
  unknownMeeting: 'notFound',
  unknownProposal: 'notFound',
  notYourProposal: 'forbidden',
  alreadySettled: 'conflict', // the proposal was withdrawn, declined or taken
  sameOrder: 'conflict', // the proposal stands there already
  backlogFull: 'overLimit',
  unknownTemplate: 'notFound',
  templatesFull: 'overLimit',
} as const satisfies Readonly<Record<string, RefusalCode>>

/** One of the reasons for which the ledger refuses a command. */
export type LedgerReason = keyof typeof ledgerReasons

/** The no of the ledger: the code follows from the reason. */
export function not(reason: LedgerReason, message: string): Refused {
  return refuse(ledgerReasons[reason], message, reason)
}
