import type { ActionId, MeetingId, OutcomeId } from '../base/index.ts'
import type { Attribution, Party, Phase } from '../record/index.ts'

/** What the rules ask about the meeting of an action or outcome. */
export interface MeetingFacts {
  readonly phase: Phase
  readonly attribution: Attribution
  /** ISO, may be partial; null when not known. */
  readonly startsAt: string | null
}

/** What a command is decided by beside the ledger: the records concerned, as the sender may see them. Nothing of it comes from the sender. */
export interface LedgerSurroundings {
  /** Null when there is no such meeting in the group, or none that the sender may see. */
  readonly meeting: (id: MeetingId) => MeetingFacts | null
  /** Null when it is not in the record, or was removed. */
  readonly action: (
    meeting: MeetingId,
    id: ActionId,
  ) => (MeetingFacts & { readonly lead: Party | null; readonly partners: readonly Party[] }) | null
  readonly outcome: (meeting: MeetingId, id: OutcomeId) => MeetingFacts | null
}
