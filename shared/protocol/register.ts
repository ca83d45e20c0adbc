import { z } from 'zod'
import { roles } from '../access/index.ts'
import { delegationTypes, partyStatuses } from './http.ts'

const id = z.string()
/** ISO 8601 in UTC. */
const instant = z.string()
/** ISO date or date-time as it was stated, may be partial. */
const stated = z.string()
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const standing = z.enum(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'])
const status = z.enum(['open', 'inProgress', 'done', 'dropped'])
const basis = z.enum(['agreed', 'requested', 'volunteered', 'implied'])
const delegationType = z.enum(delegationTypes)

/** A party as it is called now; `delegation` is null for plain words. */
const party = z.strictObject({ name: z.string(), code: z.string().nullable(), delegation: id.nullable() })

/** Who stated something, as far as the rule of its meeting lets it be told; null where nothing may be. */
const author = z
  .strictObject({
    role: z.enum(roles).nullable(),
    name: z.string().nullable(),
    delegation: party.nullable(),
    type: delegationType.nullable(),
  })
  .nullable()

/** Which record a line is of. */
const source = {
  groupId: id,
  groupName: z.string(),
  meetingId: id,
  meetingTitle: z.string(),
  meetingDate: stated.nullable(),
  phase,
  /** The adopted record was withdrawn. */
  withdrawn: z.boolean(),
  version: z.int().nullable(),
  /** Under which item; null where that is not known. */
  item: z.strictObject({ id, number: z.string().nullable(), title: z.string() }).nullable(),
  /** A path of this server, with the part behind `#`. */
  address: z.string(),
}

/** An outcome as another line names it. */
const outcomeName = z.strictObject({
  outcome: id,
  meetingId: id,
  meetingTitle: z.string(),
  meetingDate: stated.nullable(),
  number: z.string().nullable(),
  paragraph: z.string().nullable(),
  kind: z.string(),
  standing: standing.nullable(),
  text: z.string(),
  address: z.string(),
})

/** One line of the register of outcomes. */
export const outcomeRowAnswer = z.strictObject({
  outcome: id,
  ...source,
  /** What is cited: "7", "7 bis"; null in a draft. */
  paragraph: z.string().nullable(),
  /** "4.1": its place under the item. */
  number: z.string().nullable(),
  /** The operative word. */
  kind: z.string(),
  /** Null: the source does not say. */
  standing: standing.nullable(),
  actor: party.nullable(),
  text: z.string(),
  /** Qualifications, each as its words. */
  qualifiers: z.array(z.string()).readonly(),
  /** Since when it has this standing, where that was noted. */
  since: instant.nullable(),
  state: z.enum(['current', 'superseded', 'implemented', 'withdrawn']),
  later: z.strictObject({
    superseded: z
      .strictObject({
        /** For taking it back: `fact.withdraw`. */
        fact: id,
        /** Null where you may not see it. */
        by: outcomeName.nullable(),
        note: z.string().nullable(),
        at: instant,
        author,
      })
      .nullable(),
    implemented: z.strictObject({ fact: id, note: z.string().nullable(), at: instant, author }).nullable(),
  }),
  /** Earlier outcomes in whose place it stands. */
  supersedes: z.array(outcomeName).readonly(),
  /** Whether you may say that it was superseded or implemented. */
  mayAddFact: z.boolean(),
})

/** Something that was said to an action after its record was written. */
const progressAnswer = z.strictObject({
  /** Of a fact in the register; for `progress.withdraw`. Null where a later meeting said it. */
  id: id.nullable(),
  at: instant,
  by: author,
  status: status.nullable(),
  note: z.string().nullable(),
  where: z.union([
    z.literal('register'),
    z.strictObject({ meetingId: id, title: z.string(), date: stated.nullable(), address: z.string() }),
  ]),
  mayWithdraw: z.boolean(),
})

/** In which part of the list an action stands, in this order. */
const actionGroup = z.enum(['overdue', 'beforeNext', 'later', 'byEvent', 'none', 'doneLately', 'closed'])

/** One line of the register of actions. */
export const actionRowAnswer = z.strictObject({
  action: id,
  ...source,
  /** "A3". */
  number: z.string().nullable(),
  task: z.string(),
  lead: party.nullable(),
  partners: z.array(party).readonly(),
  due: z.union([z.strictObject({ date: stated }), z.strictObject({ event: z.string() })]).nullable(),
  basis,
  /** The latest that was said: in the register, by a later meeting, else in the record. */
  status,
  overdue: z.boolean(),
  group: actionGroup,
  /** The outcome out of which it came, where it did. */
  outcome: z.strictObject({ outcome: id, number: z.string().nullable(), paragraph: z.string().nullable() }).nullable(),
  /** Oldest first. */
  progress: z.array(progressAnswer).readonly(),
  /** Whether you may note progress now. */
  mayProgress: z.boolean(),
})

/** `GET …/outcomes`: a page of the register, with how many there are of each state under the same filters. */
export const outcomesAnswer = z.strictObject({
  items: z.array(outcomeRowAnswer).readonly(),
  next: z.string().nullable(),
  totals: z.strictObject({
    all: z.int(),
    current: z.int(),
    superseded: z.int(),
    implemented: z.int(),
    withdrawn: z.int(),
  }),
})

/** `GET …/actions`: a page of the register, overdue first, with how many there are under the same filters. */
export const actionsAnswer = z.strictObject({
  items: z.array(actionRowAnswer).readonly(),
  next: z.string().nullable(),
  totals: z.strictObject({
    all: z.int(),
    /** Open or in progress. */
    open: z.int(),
    overdue: z.int(),
    groups: z.record(actionGroup, z.int()),
  }),
})

const step = z.strictObject({
  kind: z.enum([
    'recorded',
    'fixed',
    'adopted',
    'corrected',
    'carriedOver',
    'reviewed',
    'progress',
    'superseded',
    'supersedes',
    'implemented',
    'mentioned',
  ]),
  /** A moment, or the day of the meeting as it was stated. */
  at: stated,
  /** Where it happened; null for what was noted in the register. */
  meetingId: id.nullable(),
  meetingTitle: z.string().nullable(),
  meetingDate: stated.nullable(),
  /** What was said: the text, the note, the new words of a correction; null where nothing was. */
  words: z.string().nullable(),
  /** Of a correction: the words before. */
  before: z.string().nullable(),
  standing: standing.nullable(),
  status: status.nullable(),
  by: author,
  /** The other outcome that the step is of, or leads to; null where it is the head's own, or where you may not see it. */
  other: outcomeName.nullable(),
  /** Where it can be read; null where there is no such place. */
  address: z.string().nullable(),
})

/** `GET …/threads/:kind/:id`: one outcome or action through the years, oldest first. */
export const threadAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outcome'),
    head: outcomeRowAnswer,
    /** Actions that came out of it. */
    actions: z.array(actionRowAnswer).readonly(),
    steps: z.array(step).readonly(),
  }),
  z.strictObject({
    kind: z.literal('action'),
    head: actionRowAnswer,
    /** The outcome out of which it came, as its own line. */
    outcome: outcomeRowAnswer.nullable(),
    steps: z.array(step).readonly(),
  }),
])

const took = {
  /** Meetings in which it was present. */
  present: z.array(id).readonly(),
  apologies: z.array(id).readonly(),
  interventions: z.int(),
  /** Null where no turn at the floor was kept. */
  speakingMs: z.int().nullable(),
}

const perMeeting = z.array(z.strictObject({ meetingId: id, present: z.int() })).readonly()

/** `GET …/participation`: who took part, as far as each meeting's rule lets it be told. */
export const participationAnswer = z.strictObject({
  /** Oldest first. `told`: what its rule lets be told. */
  meetings: z
    .array(
      z.strictObject({
        meetingId: id,
        title: z.string(),
        date: stated.nullable(),
        told: z.enum(['delegations', 'types', 'nothing']),
        address: z.string(),
      }),
    )
    .readonly(),
  delegations: z
    .array(
      z.strictObject({
        delegation: id.nullable(),
        name: z.string(),
        code: z.string().nullable(),
        type: delegationType,
        region: z.string().nullable(),
        partyStatus: z.enum(partyStatuses).nullable(),
        ...took,
      }),
    )
    .readonly(),
  /** `present` counts delegations in a meeting; over all meetings in `presences`. */
  byType: z
    .array(
      z.strictObject({
        type: delegationType,
        presences: z.int(),
        interventions: z.int(),
        speakingMs: z.int().nullable(),
        meetings: perMeeting,
      }),
    )
    .readonly(),
  /** Null region: not stated. Meetings that tell delegations only. */
  byRegion: z
    .array(
      z.strictObject({
        region: z.string().nullable(),
        presences: z.int(),
        interventions: z.int(),
        speakingMs: z.int().nullable(),
        meetings: perMeeting,
      }),
    )
    .readonly(),
})

/** What stating a fact is answered with: the number of the ledger, and the fact's id for taking it back. */
export const progressNotedAnswer = z.strictObject({ seq: z.int(), fact: id })

export type OutcomeRowAnswer = z.infer<typeof outcomeRowAnswer>
export type ActionRowAnswer = z.infer<typeof actionRowAnswer>
export type OutcomesAnswer = z.infer<typeof outcomesAnswer>
export type ActionsAnswer = z.infer<typeof actionsAnswer>
export type ThreadAnswer = z.infer<typeof threadAnswer>
export type ThreadStepAnswer = ThreadAnswer['steps'][number]
export type ParticipationAnswer = z.infer<typeof participationAnswer>
