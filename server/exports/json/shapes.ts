import { z } from 'zod'

/** An id of ours, or one of a delegation. */
export const id = z.string()
/** A moment. */
export const millis = z.int().describe('Milliseconds since 1970 in UTC')
/** Words of people. */
export const words = z.string()
/** A delegation or plain words. */
export const party = z
  .union([z.strictObject({ delegation: id }), z.strictObject({ words })])
  .describe('A delegation by its id, or plain words')
const run = z.strictObject({
  text: words,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z.string().optional(),
})
const became = z.strictObject({ part: z.enum(['outcome', 'action']), id })
/** One block of a text. */
export const block = z.union([
  z.strictObject({ kind: z.literal('paragraph'), runs: z.array(run), became: became.optional() }),
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), runs: z.array(run) }),
  z.strictObject({
    kind: z.enum(['bulletList', 'orderedList']),
    get items() {
      return z.array(richText)
    },
  }),
])
/** A text with marks. */
export const richText: z.ZodArray<z.ZodType> = z
  .array(block)
  .meta({ id: 'RichText', description: 'Plain text with marks, block by block. Never HTML.' })
/** A paper or a link. */
export const paper = z.strictObject({ title: words, url: z.string() })
const role = z.enum(['coordinator', 'rapporteur', 'participant', 'observer'])
/** Who did something. */
export const actor = z.strictObject({ role: role.nullable(), name: words.nullable() })
/** How far the meeting is. */
export const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
/** How firm an outcome is. */
export const standing = z.enum(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'])
/** How far an action is. */
export const status = z.enum(['open', 'inProgress', 'done', 'dropped'])
/** What kind of delegation. */
export const delegationType = z.enum(['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'])
/** What a state is to the convention. */
export const partyStatus = z.enum(['stateParty', 'notYetInForce', 'signatory', 'stateNotParty'])
/** A date as exact as it is stated. */
export const date = z.string().describe('ISO 8601; may be partial: 2002, 2002-09, 2002-09-16, 2002-09-16T13:15')
/** One change of standing. */
export const fixing = z.strictObject({ standing, at: millis, actor })
/** How far an item is. */
export const progress = z.enum(['begun', 'closed', 'putOff'])

/** What a meeting is, beside its words. */
export const head = z.strictObject({
  title: words,
  formalMeeting: words.nullable(),
  startsAt: date.nullable(),
  endsAt: date.nullable(),
  timeZone: z.string().nullable(),
  place: words.nullable(),
  links: z.array(paper),
  language: z.string().describe('BCP 47'),
  attribution: z.enum(['named', 'delegationType', 'none']),
  symbol: words.nullable(),
})

/** How a speaker asked for the floor. */
export const interventionKind = z.enum(['statement', 'reply', 'pointOfOrder'])
/** What a delegation is in the group. */
export const membership = z.enum(['member', 'observer', 'guest'])
/** Whether somebody was there. */
export const attendanceState = z.enum(['present', 'apologies', 'absent'])
/** Who came or went, under which item. */
export const movement = z.strictObject({ kind: z.enum(['arrived', 'left']), item: id.nullable(), at: millis })
/** Until when: a date, an event, or nothing. */
export const due = z.union([z.strictObject({ date }), z.strictObject({ event: words })]).nullable()
/** What an item is for. */
export const purpose = z.enum(['inform', 'discuss', 'agree', 'report'])
/** What an action rests on. */
export const basis = z.enum(['agreed', 'requested', 'volunteered', 'implied'])
