import { z } from 'zod'
import type { ActionId, CommandId, DelegationId, ItemId, MeetingId, OutcomeId } from '../base/index.ts'
import { idOf, isPlainText, lineOf } from './words.ts'

const id = idOf<CommandId>()
const item = idOf<ItemId>()
const outcome = idOf<OutcomeId>()
const action = idOf<ActionId>()
const request = idOf<CommandId>()
const delegation = idOf<DelegationId>()
const party = z.union([z.strictObject({ delegation }), z.strictObject({ words: lineOf(120) })])
const minutes = z.int().min(-600).max(600)
const of = z.enum(['item', 'speaker'])
const actionStatus = z.enum(['open', 'inProgress', 'done', 'dropped'])
/** Words of people on several lines. */
const words = (max: number) => z.string().trim().min(1).max(max).refine(isPlainText, 'has control characters')

/** What the sender saw as current; a second "next" of two pressed at once is refused as `stale` and moves nothing. */
const from = item.nullable()
/** The request that the sender saw at the floor; the same guard for "next speaker". */
const after = request.nullable()

const meeting = [
  z.strictObject({ kind: z.literal('meeting.open'), id }),
  z.strictObject({ kind: z.literal('meeting.suspend'), id }),
  z.strictObject({ kind: z.literal('meeting.resume'), id }),
  z.strictObject({ kind: z.literal('meeting.close'), id }),
  z.strictObject({ kind: z.literal('meeting.closeToObservers'), id, closed: z.boolean() }),
] as const

const items = [
  /** Makes this item the current one; the one that was current stays begun. */
  z.strictObject({ kind: z.literal('item.open'), id, item, from }),
  /** Closes the current item and opens the next one that is not closed or put off. */
  z.strictObject({ kind: z.literal('item.next'), id, from }),
  /** Goes back to the item before the current one; the current one stays begun. */
  z.strictObject({ kind: z.literal('item.back'), id, from }),
  z.strictObject({ kind: z.literal('item.close'), id, item }),
  z.strictObject({ kind: z.literal('item.putOff'), id, item }),
  /** Takes back that an item was closed or put off, without opening it. */
  z.strictObject({ kind: z.literal('item.reopen'), id, item }),
  z.strictObject({ kind: z.literal('item.closeToObservers'), id, item, closed: z.boolean() }),
] as const

const timers = [
  z.strictObject({ kind: z.literal('timer.pause'), id, of }),
  z.strictObject({ kind: z.literal('timer.resume'), id, of }),
  /** Adds minutes (or takes some) to the current item's, or the present speaker's, time. */
  z.strictObject({ kind: z.literal('timer.add'), id, of, minutes }),
] as const

const floor = [
  /** Asks for the floor for oneself; with `delegation` or `name` the chair asks for somebody else. */
  z.strictObject({
    kind: z.literal('floor.ask'),
    id,
    intervention: z.enum(['statement', 'reply', 'pointOfOrder']),
    onBehalfOf: lineOf(160).optional(),
    delegation: delegation.optional(),
    name: lineOf(120).optional(),
  }),
  /** One's own request; the chair may remove any. */
  z.strictObject({ kind: z.literal('floor.withdraw'), id, request }),
  z.strictObject({ kind: z.literal('floor.give'), id, request, after }),
  /** Calls the next on the list; with nobody waiting, whoever has the floor has ended. */
  z.strictObject({ kind: z.literal('floor.next'), id, after }),
  z.strictObject({ kind: z.literal('floor.end'), id, request }),
  /** Puts a request before another; null: to the end. */
  z.strictObject({ kind: z.literal('floor.move'), id, request, before: request.nullable() }),
  z.strictObject({ kind: z.literal('floor.openList'), id }),
  z.strictObject({ kind: z.literal('floor.closeList'), id }),
  z.strictObject({ kind: z.literal('floor.limit'), id, minutes: z.int().min(1).max(600).nullable() }),
] as const

const delegates = z.array(z.strictObject({ name: lineOf(120), function: lineOf(120).nullable() })).max(50)
const delegationType = z.enum(['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'])

const attendance = [
  /** Oneself, for one's own delegation. */
  z.strictObject({ kind: z.literal('attendance.checkIn'), id }),
  z.strictObject({ kind: z.literal('attendance.checkOut'), id }),
  /** Writes down or corrects a delegation; `delegates` replaces those the office wrote down before. */
  z.strictObject({
    kind: z.literal('attendance.set'),
    id,
    party,
    state: z.enum(['present', 'apologies', 'absent']),
    delegates: delegates.optional(),
  }),
  /** Arrived or left under this item (null: before the first, or outside of one). */
  z.strictObject({
    kind: z.literal('attendance.move'),
    id,
    party,
    movement: z.enum(['arrived', 'left']),
    item: item.nullable(),
  }),
  z.strictObject({ kind: z.literal('attendance.remove'), id, party }),
  /** Replaces the stated counts ("over 20 States Parties"). */
  z.strictObject({
    kind: z.literal('attendance.state'),
    id,
    lines: z
      .array(
        z.strictObject({
          delegationType,
          party: party.nullable(),
          statedCount: lineOf(60).nullable(),
          note: lineOf(300).nullable(),
        }),
      )
      .max(300),
  }),
] as const

const fixing = [
  /** Locks the words while they are read out to the room. */
  z.strictObject({ kind: z.literal('outcome.readOut'), id, outcome }),
  z.strictObject({ kind: z.literal('outcome.stopReading'), id, outcome }),
  /** The room has agreed to what was read out. */
  z.strictObject({ kind: z.literal('outcome.agree'), id, outcome }),
  /** Every other standing; `proposed` unlocks the words of an agreed outcome. */
  z.strictObject({
    kind: z.literal('outcome.setStanding'),
    id,
    outcome,
    standing: z.enum(['proposed', 'bracketed', 'coordinatorView', 'noAgreement', 'deferred']),
  }),
  /** Which outcome the projector shows; null: the one that is being worked on. */
  z.strictObject({ kind: z.literal('outcome.show'), id, outcome: outcome.nullable() }),
  z.strictObject({
    kind: z.literal('action.setStatus'),
    id,
    action,
    status: actionStatus,
  }),
  /** What the room says of an action of an earlier meeting that is up for review here; with neither it is taken back. */
  z.strictObject({
    kind: z.literal('action.review'),
    id,
    action,
    meeting: idOf<MeetingId>(),
    status: actionStatus.nullable(),
    note: words(2_000).nullable(),
  }),
] as const

const deadline = z.iso.datetime({ offset: true })
const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/)
const reason = lineOf(500)
/** The key of a part of the last version, as GET …/versions/:n has it. */
const part = z.string().min(1).max(80)

const afterMeeting = [
  /** Sends the draft round: its text and numbers are fixed from here on. */
  z.strictObject({
    kind: z.literal('record.circulate'),
    id,
    deadline,
    timeZone,
    mode: z.enum(['silence', 'decision']),
    reason: reason.optional(),
  }),
  z.strictObject({ kind: z.literal('record.setDeadline'), id, deadline, timeZone, reason }),
  /** Back to draft: the next circulation is the next revision. */
  z.strictObject({ kind: z.literal('record.recall'), id, reason: reason.optional() }),
  /** Adopts the circulated text that the sender saw, told by its fingerprint. */
  z.strictObject({ kind: z.literal('record.adopt'), id, seen: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({
    kind: z.literal('record.correct'),
    id,
    corrections: z
      .array(z.strictObject({ part, text: words(20_000) }))
      .min(1)
      .max(100),
    reason,
  }),
  z.strictObject({
    kind: z.literal('record.addend'),
    id,
    title: lineOf(300),
    paragraphs: z.array(words(20_000)).min(1).max(50),
    reason,
  }),
  z.strictObject({ kind: z.literal('record.withdraw'), id, reason }),
  z.strictObject({
    kind: z.literal('comment.make'),
    id,
    part,
    what: z.enum(['comment', 'correction', 'objection']),
    text: words(4_000),
    /** The paragraph's new words. */
    suggestion: words(20_000).optional(),
  }),
  z.strictObject({ kind: z.literal('comment.withdraw'), id, comment: request }),
  z.strictObject({
    kind: z.literal('comment.answer'),
    id,
    comment: request,
    answer: z.enum(['takenIn', 'takenInPart', 'notTaken']),
    word: words(1_000),
  }),
] as const

/** Commands of the session, as they come over every door. `id` makes each happen once. */
export const sessionCommandSchema = z.discriminatedUnion('kind', [
  ...meeting,
  ...items,
  ...timers,
  ...floor,
  ...attendance,
  ...fixing,
  ...afterMeeting,
])

export type SessionCommand = z.infer<typeof sessionCommandSchema>
type WithoutId<Command> = Command extends SessionCommand ? Omit<Command, 'id'> : never
/** A command before it has its id. */
export type CommandDraft = WithoutId<SessionCommand>
/** One kind of command. */
export type CommandOf<Kind extends SessionCommand['kind']> = Extract<SessionCommand, { readonly kind: Kind }>
