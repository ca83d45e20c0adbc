import { z } from 'zod'
import type { CommandId, MeetingId } from '../base/index.ts'
import { idOf, isPlainText, lineOf } from '../session/index.ts'
import { ledgerLimits } from './limits.ts'

const id = idOf<CommandId>()
const proposal = idOf<CommandId>()
const template = idOf<CommandId>()
const meeting = idOf<MeetingId>()
const purpose = z.enum(['inform', 'discuss', 'agree', 'report']).nullable()
const minutes = z.int().min(0).max(10_000).nullable()
const why = z.string().trim().min(1).max(ledgerLimits.noteLength).refine(isPlainText, 'has control characters')
const line = { title: lineOf(300), purpose, minutes }

/** Commands of the backlog and of templates. */
export const onwardCommands = [
  /** Proposes an item for a later meeting; the proposal has the id of this command. */
  z.strictObject({ kind: z.literal('backlog.propose'), id, ...line, why }),
  z.strictObject({ kind: z.literal('backlog.withdraw'), id, proposal }),
  z.strictObject({ kind: z.literal('backlog.decline'), id, proposal, why }),
  /** Taken into the agenda of this meeting. */
  z.strictObject({ kind: z.literal('backlog.take'), id, proposal, meeting }),
  /** Puts a proposal behind another; null: first. */
  z.strictObject({ kind: z.literal('backlog.move'), id, proposal, after: proposal.nullable() }),
  /** Makes a template, or replaces the one of this id. */
  z.strictObject({
    kind: z.literal('template.save'),
    id,
    template,
    name: lineOf(160),
    items: z
      .array(z.strictObject({ ...line, children: z.array(z.strictObject(line)).max(50).optional() }))
      .min(1)
      .max(ledgerLimits.templateItems),
  }),
  z.strictObject({ kind: z.literal('template.remove'), id, template }),
] as const
