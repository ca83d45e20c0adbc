import type { ActionId, CommandId, MeetingId, Millis, OutcomeId } from '../base/index.ts'
import type { ActionStatus } from '../record/index.ts'
import type { LedgerAuthor } from './LedgerAuthor.ts'

interface Stated {
  /** That of the command that stated it. */
  readonly id: CommandId
  /** The meeting of the action or outcome that it is about. */
  readonly meeting: MeetingId
  readonly at: Millis
  readonly note: string | null
  readonly by: LedgerAuthor
}

/** How far an action has come; `status` null: only a note. */
export interface ProgressFact extends Stated {
  readonly kind: 'progress'
  readonly action: ActionId
  readonly status: ActionStatus | null
}

/** A later outcome stands in the place of this one. */
export interface SupersededFact extends Stated {
  readonly kind: 'superseded'
  readonly outcome: OutcomeId
  readonly successor: { readonly outcome: OutcomeId; readonly meeting: MeetingId }
}

/** What an outcome asked for has been done. */
export interface ImplementedFact extends Stated {
  readonly kind: 'implemented'
  readonly outcome: OutcomeId
}

/** A later fact over a record that no longer changes. */
export type LedgerFact = ProgressFact | SupersededFact | ImplementedFact
