import { z } from 'zod'
import { roles } from '../access/index.ts'
import { isId } from '../base/index.ts'
import { lineOf } from '../session/index.ts'

const id = z.string().refine(isId, 'is not an id')
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/, 'is not a date')
const timeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/)
const password = z.string().min(10).max(128)
const email = z.email().max(254)
const httpUrl = z.url({ protocol: /^https?$/ }).max(2000)

export const partyStatuses = ['stateParty', 'notYetInForce', 'signatory', 'stateNotParty'] as const
export const delegationTypes = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'] as const

/** First administrator, by the one-time address: the secret stands behind # and comes in the body. */
export const claimAdministratorBody = z.strictObject({ secret: z.string().min(20).max(100), email, name: lineOf(120), password })
export const signInBody = z.strictObject({ email, password: z.string().min(1).max(128) })
/** Set or reset a password by a one-time link. */
export const setPasswordBody = z.strictObject({ secret: z.string().min(20).max(100), name: lineOf(120).optional(), password })

export const groupRulesSchema = z.strictObject({
  participantsEdit: z.enum(['everything', 'agenda']),
  participantsEditDraft: z.boolean(),
})

export const createGroupBody = z.strictObject({ name: lineOf(160) })
export const patchGroupBody = z.strictObject({
  name: lineOf(160).optional(),
  purpose: z.string().max(2000).optional(),
  openTo: z.string().max(500).optional(),
  meets: z.string().max(500).optional(),
  convention: z.string().max(300).optional(),
  rules: groupRulesSchema.optional(),
  outcomeKinds: z.array(lineOf(60)).min(1).max(60).optional(),
})

export const createDelegationBody = z.strictObject({
  name: lineOf(160),
  /** Nameplate: "THA", "ICBL". */
  code: z.string().regex(/^[\p{L}\p{N}.&/-]{1,8}$/u),
  type: z.enum(delegationTypes),
  partyStatus: z.enum(partyStatuses).optional(),
  membership: z.enum(['member', 'observer', 'guest']).optional(),
  /** Regional group, in the convention's own division. */
  region: lineOf(60).optional(),
})

/** What can be learned of a delegation later; kind and nameplate stay. */
export const patchDelegationBody = z.strictObject({
  name: lineOf(160).optional(),
  partyStatus: z.enum(partyStatuses).nullable().optional(),
  membership: z.enum(['member', 'observer', 'guest']).optional(),
  region: lineOf(60).nullable().optional(),
})

export const createMemberBody = z.strictObject({
  email,
  name: lineOf(120).optional(),
  role: z.enum(roles),
  delegationId: id.optional(),
})
export const patchMemberBody = z.strictObject({ role: z.enum(roles).optional(), delegationId: id.nullable().optional() })

export const createSeatBody = z.strictObject({
  role: z.enum(['rapporteur', 'participant', 'observer']),
  delegationId: id.optional(),
  meetingId: id.optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
  /** Null: a whole delegation may come in by it. */
  maxClaims: z.int().min(1).max(500).nullable().optional(),
})

export const claimSeatBody = z.strictObject({
  secret: z.string().min(20).max(100),
  name: lineOf(120).optional(),
  function: lineOf(120).optional(),
})
/** What a seat link would give, before it is claimed; the secret is in the body, so nothing stands in a URL. */
export const previewSeatBody = z.strictObject({ secret: z.string().min(20).max(100) })

const head = {
  title: lineOf(300),
  formalMeeting: lineOf(300).nullable(),
  startsAt: partialDate.nullable(),
  endsAt: partialDate.nullable(),
  timeZone: timeZone.nullable(),
  place: lineOf(300).nullable(),
  links: z.array(z.strictObject({ title: lineOf(200), url: httpUrl })).max(40),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  attribution: z.enum(['named', 'delegationType', 'none']),
  symbol: lineOf(80).nullable(),
}

export const createMeetingBody = z.strictObject({
  title: head.title,
  startsAt: head.startsAt.optional(),
  endsAt: head.endsAt.optional(),
  timeZone: head.timeZone.optional(),
  place: head.place.optional(),
  formalMeeting: head.formalMeeting.optional(),
  language: head.language.optional(),
  attribution: head.attribution.optional(),
  /** Start from what an earlier meeting left open, or from all that is open in the group. */
  from: z.union([z.literal('open'), id]).optional(),
  /** With `from`: which of the open items, actions and targets; without a list all of them. */
  items: z
    .array(z.strictObject({ meeting: id, item: id }))
    .max(1000)
    .optional(),
  actions: z
    .array(z.strictObject({ meeting: id, action: id }))
    .max(1000)
    .optional(),
  targets: z
    .array(z.strictObject({ meeting: id, target: id }))
    .max(1000)
    .optional(),
  /** Of the backlog: each becomes an item and is taken. */
  proposals: z.array(id).max(200).optional(),
  template: id.optional(),
})

/** A head change names the session number it was made against, so that two people cannot overwrite each other unseen. */
export const patchMeetingBody = z.strictObject({
  seq: z.int().min(0).optional(),
  title: head.title.optional(),
  formalMeeting: head.formalMeeting.optional(),
  startsAt: head.startsAt.optional(),
  endsAt: head.endsAt.optional(),
  timeZone: head.timeZone.optional(),
  place: head.place.optional(),
  links: head.links.optional(),
  language: head.language.optional(),
  attribution: head.attribution.optional(),
  symbol: head.symbol.optional(),
})

export const createTokenBody = z.strictObject({ days: z.int().min(1).max(365).optional() })

/** `?limit=&cursor=` of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
})

/** `?version=` of the record: as that version has it. */
export const recordQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(100_000).optional() })

/** The one shape of an error over HTTP (RFC 9457), `code` from the refusal list. */
export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** Which reason behind the code (`shared/session/reasons.ts`). */
  reason: z.string().optional(),
  /** Fault id, for `internal` only. */
  fault: z.string().optional(),
  /** Paths of the fields that do not fit, for `invalid` only. */
  fields: z.array(z.string()).optional(),
})
export type Problem = z.infer<typeof problemSchema>
