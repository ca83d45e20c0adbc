import { z } from 'zod'
import { actions, roles } from '../access/index.ts'
import { delegationTypes, groupRulesSchema, partyStatuses } from './http.ts'

/** Points in time go out as ISO 8601 in UTC. */
const instant = z.string()
const id = z.string()
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const role = z.enum(roles)
const rights = z.array(z.enum(actions))

/** What the caller is in this group or meeting, as the server sees it now. */
const you = z.strictObject({ role, delegationId: id.nullable(), name: z.string() })

/** `GET /session`: who is calling; all null for a stranger. */
export const sessionAnswer = z.strictObject({
  account: z.strictObject({ personId: id, name: z.string(), email: z.string(), administrator: z.boolean() }).nullable(),
  /** Somebody who came in by a seat link on this device. */
  guest: z
    .strictObject({
      personId: id,
      name: z.string(),
      function: z.string().nullable(),
      groupId: id,
      meetingId: id.nullable(),
    })
    .nullable(),
  /** True while there is no administrator: only the one-time address of the first start helps. */
  firstStart: z.boolean(),
  /** For administrators: whether the sample group is loaded already. Null for everybody else. */
  sampleLoaded: z.boolean().nullable(),
})

export const groupAnswer = z.strictObject({
  groupId: id,
  name: z.string(),
  purpose: z.string(),
  openTo: z.string(),
  meets: z.string(),
  convention: z.string(),
  rules: groupRulesSchema,
  outcomeKinds: z.array(z.string()),
  sample: z.boolean(),
  createdAt: instant,
  you,
  rights,
})

export const delegationAnswer = z.strictObject({
  delegationId: id,
  name: z.string(),
  code: z.string(),
  type: z.enum(delegationTypes),
  partyStatus: z.enum(partyStatuses).nullable(),
  membership: z.enum(['member', 'observer', 'guest']),
  /** Regional group, in the convention's own division; null when not stated. */
  region: z.string().nullable(),
})

export const memberAnswer = z.strictObject({
  memberId: id,
  name: z.string(),
  /** Only for those who manage members. */
  email: z.string().nullable(),
  role,
  delegationId: id.nullable(),
  /** No password set yet: the one-time link was not used. */
  pending: z.boolean(),
  you: z.boolean(),
})
/** A member as just added; `url` is the one-time set-password link of a new account, shown this once. */
export const createdMemberAnswer = memberAnswer.extend({ url: z.string().nullable(), expiresAt: instant.nullable() })
/** A one-time link; its secret stands behind `#`. */
export const linkAnswer = z.strictObject({ url: z.string(), expiresAt: instant })

export const seatAnswer = z.strictObject({
  seatId: id,
  role,
  delegationId: id.nullable(),
  meetingId: id.nullable(),
  expiresAt: instant.nullable(),
  maxClaims: z.int().nullable(),
  claims: z.int(),
  state: z.enum(['open', 'used', 'expired', 'revoked']),
  createdAt: instant,
  createdBy: z.string(),
  guests: z.array(z.strictObject({ name: z.string(), function: z.string().nullable(), claimedAt: instant })),
})
/** A seat as just made; `url` is shown this once, the server keeps only a hash of its secret. */
export const createdSeatAnswer = seatAnswer.extend({ url: z.string() })

/** What a seat link would give; looking has no effect. */
export const previewAnswer = z.strictObject({
  groupId: id,
  groupName: z.string(),
  meeting: z
    .strictObject({
      meetingId: id,
      title: z.string(),
      phase,
      startsAt: z.string().nullable(),
      timeZone: z.string().nullable(),
      place: z.string().nullable(),
    })
    .nullable(),
  role,
  delegation: z.strictObject({ name: z.string(), code: z.string() }).nullable(),
  /** How many people are in the meeting now. */
  present: z.int(),
  /** The caller came in by this link before: claiming again costs nothing and asks no name. */
  claimed: z.boolean(),
})

export const claimAnswer = z.strictObject({
  groupId: id,
  meetingId: id.nullable(),
  role,
  /** The guest's session for programs (`Authorization: Bearer`); browsers get a cookie. Null for a signed-in person. */
  token: z.string().nullable(),
})

const head = z.strictObject({
  title: z.string(),
  formalMeeting: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  place: z.string().nullable(),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  language: z.string(),
  attribution: z.enum(['named', 'delegationType', 'none']),
  symbol: z.string().nullable(),
})

/** One line of a group's list of meetings. */
export const meetingLineAnswer = z.strictObject({
  meetingId: id,
  groupId: id,
  title: z.string(),
  phase,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  place: z.string().nullable(),
  formalMeeting: z.string().nullable(),
  createdAt: instant,
})

export const meetingAnswer = z.strictObject({
  meetingId: id,
  groupId: id,
  groupName: z.string(),
  head,
  phase,
  history: z.array(
    z.strictObject({ phase, at: instant, actor: z.strictObject({ role: role.nullable(), name: z.string().nullable() }) }),
  ),
  /** Number to send back with a head change (`PATCH`). */
  seq: z.int(),
  createdAt: instant,
  /** The copy out of which the record was made; absent for a record of our own. */
  importedFrom: z
    .strictObject({
      meetingId: id,
      groupName: z.string(),
      version: z.int().nullable(),
      fingerprint: z.string().nullable(),
      isProved: z.boolean(),
      generatedAt: z.string(),
      at: instant,
      actor: z.strictObject({ role: role.nullable(), name: z.string().nullable() }),
    })
    .optional(),
  rules: groupRulesSchema,
  outcomeKinds: z.array(z.string()),
  present: z.int(),
  you,
  rights,
})

/** A `MeetingRecord` (shared/record) with the version that it is, and its fingerprint; both null for a draft. */
export const recordAnswer = z.strictObject({
  meetingId: id,
  version: z.int().nullable(),
  fingerprint: z.string().nullable(),
  head,
  session: z.unknown(),
  items: z.array(z.unknown()),
  outcomes: z.array(z.unknown()),
  actions: z.array(z.unknown()),
  targets: z.array(z.unknown()),
})

/** What the chair runs (`SessionState` in shared/session), less what the caller may not see, and the server's hour in ms since 1970. */
export const sessionStateAnswer = z.strictObject({ meetingId: id, now: z.int(), session: z.unknown() })

/** Words that the record did not take: written under a right that had ended, or typed into something deleted meanwhile. */
export const asideAnswer = z.strictObject({
  asideId: id,
  /** Where they were meant for, as far as known: `outcomes/<id>/text`. */
  place: z.string().nullable(),
  text: z.string(),
  reason: z.enum(['deletedUnder', 'rightEnded', 'locked']),
  at: instant,
  yours: z.boolean(),
  /** Who wrote them, as far as known and as the meeting's attribution lets it be shown. */
  author: z.strictObject({ name: z.string().nullable(), delegationType: z.enum(delegationTypes).nullable() }),
})

export const commandAnswer = z.strictObject({ seq: z.int() })
/** A personal access token, shown this once. */
export const tokenAnswer = z.strictObject({ token: z.string(), expiresAt: instant.nullable() })
export const sampleAnswer = z.strictObject({ groupId: id, meetingIds: z.array(id) })

/** One page of a list; `next` is the cursor of the following page, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export type SessionAnswer = z.infer<typeof sessionAnswer>
export type GroupAnswer = z.infer<typeof groupAnswer>
export type DelegationAnswer = z.infer<typeof delegationAnswer>
export type MemberAnswer = z.infer<typeof memberAnswer>
export type CreatedMemberAnswer = z.infer<typeof createdMemberAnswer>
export type LinkAnswer = z.infer<typeof linkAnswer>
export type SeatAnswer = z.infer<typeof seatAnswer>
export type CreatedSeatAnswer = z.infer<typeof createdSeatAnswer>
export type PreviewAnswer = z.infer<typeof previewAnswer>
export type ClaimAnswer = z.infer<typeof claimAnswer>
export type MeetingLineAnswer = z.infer<typeof meetingLineAnswer>
export type MeetingAnswer = z.infer<typeof meetingAnswer>
export type AsideAnswer = z.infer<typeof asideAnswer>
export type TokenAnswer = z.infer<typeof tokenAnswer>
export type SampleAnswer = z.infer<typeof sampleAnswer>
/** One page of a list. */
export interface PageAnswer<T> {
  readonly items: readonly T[]
  readonly next: string | null
}
