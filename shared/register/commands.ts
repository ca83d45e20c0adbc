import { z } from 'zod'
import type { ActionId, CommandId, MeetingId, OutcomeId } from '../base/index.ts'
import { idOf, isPlainText } from '../session/index.ts'
import { ledgerLimits } from './limits.ts'
import { onwardCommands } from './onwardCommands.ts'

const id = idOf<CommandId>()
const meeting = idOf<MeetingId>()
const fact = idOf<CommandId>()
const outcome = idOf<OutcomeId>()
const action = idOf<ActionId>()
/** What somebody says to it, on several lines; null: nothing. */
const note = z
  .string()
  .trim()
  .min(1)
  .max(ledgerLimits.noteLength)
  .refine(isPlainText, 'has control characters')
  .nullable()
  .optional()

const facts = [
  /** What became of an action after its record was adopted. `status` null: only a note. */
  z.strictObject({
    kind: z.literal('action.progress'),
    id,
    action,
    meeting,
    status: z.enum(['open', 'inProgress', 'done', 'dropped']).nullable().optional(),
    note,
  }),
  /** Takes back progress that was noted: one's own, or anybody's by the office. */
  z.strictObject({ kind: z.literal('progress.withdraw'), id, fact }),
  /** A later outcome stands in the place of this one. */
  z.strictObject({
    kind: z.literal('outcome.supersede'),
    id,
    outcome,
    meeting,
    by: z.strictObject({ outcome, meeting }),
    note,
  }),
  z.strictObject({ kind: z.literal('outcome.implement'), id, outcome, meeting, note }),
  /** Takes back that an outcome was superseded or implemented. */
  z.strictObject({ kind: z.literal('fact.withdraw'), id, fact }),
] as const

/** Commands of a group's ledger. `id` makes each happen once; a fact has the id of the command that stated it. */
export const ledgerCommandSchema = z.discriminatedUnion('kind', [...facts, ...onwardCommands])

export type LedgerCommand = z.infer<typeof ledgerCommandSchema>
/** One kind of command. */
export type LedgerCommandOf<Kind extends LedgerCommand['kind']> = Extract<LedgerCommand, { readonly kind: Kind }>
