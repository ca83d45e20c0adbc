import { z } from 'zod'
import { isId } from '../base/index.ts'
import { ledgerCommandSchema, ledgerLimits } from '../register/index.ts'
import { isPlainText } from '../session/index.ts'
import { pageQuery } from './http.ts'

const id = z.string().refine(isId, 'is not an id')
/** Several values with commas between them; one of them suffices. */
const oneOf = (values: readonly string[]) =>
  z
    .string()
    .max(400)
    .refine((text) => text.split(',').every((value) => values.includes(value)), 'has a value that is none of these')
    .meta({ description: `One or more of ${values.join(', ')}, with commas between them.` })
const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'A day, a month or a year: 2002-09-16, 2002-09, 2002.' })
/** A delegation's id; `ours` is the caller's own. */
const delegation = z.union([z.literal('ours'), id])

const outcomeFilters = {
  /** Operative words, with commas between them. */
  kind: z.string().max(1000).optional(),
  standing: oneOf(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred', 'notStated']).optional(),
  /** The outcome's actor. */
  delegation: delegation.optional(),
  from: day.optional(),
  to: day.optional(),
  meeting: id.optional(),
  state: oneOf(['current', 'superseded', 'implemented', 'withdrawn']).optional(),
  q: z.string().max(200).optional(),
}

const actionFilters = {
  status: oneOf(['open', 'inProgress', 'done', 'dropped']).optional(),
  lead: delegation.optional(),
  partner: delegation.optional(),
  /** Lead or partner. */
  delegation: delegation.optional(),
  /** `soon`: before the next meeting, or within 30 days; `later`: at a later day or by an event; `none`: neither. Not for what is over. */
  due: oneOf(['overdue', 'soon', 'later', 'none']).optional(),
  group: oneOf(['overdue', 'beforeNext', 'later', 'byEvent', 'none', 'doneLately', 'closed']).optional(),
  from: day.optional(),
  to: day.optional(),
  meeting: id.optional(),
  q: z.string().max(200).optional(),
}

/** Filters of the register of outcomes. */
export const outcomesQuery = pageQuery.extend(outcomeFilters)
/** Filters of the register of actions. */
export const actionsQuery = pageQuery.extend(actionFilters)
/** The filters of both registers, for their CSV; the calendar takes those of the actions. */
export const registerExportQuery = z.strictObject({ ...outcomeFilters, ...actionFilters })
export const participationQuery = z.strictObject({ from: day.optional(), to: day.optional() })

/** `POST /groups/:groupId/commands`. */
export const ledgerCommandBody = ledgerCommandSchema

/** `POST /actions/:actionId/progress`; without an `id` it is not made once only. */
export const progressBody = z.strictObject({
  id: id.optional(),
  status: z.enum(['open', 'inProgress', 'done', 'dropped']).nullable().optional(),
  note: z.string().trim().min(1).max(ledgerLimits.noteLength).refine(isPlainText, 'has control characters').nullable().optional(),
})

export type OutcomeFilters = Omit<z.infer<typeof outcomesQuery>, 'limit' | 'cursor'>
export type ActionFilters = Omit<z.infer<typeof actionsQuery>, 'limit' | 'cursor'>
