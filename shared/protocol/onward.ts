import { z } from 'zod'
import { roles } from '../access/index.ts'
import { delegationTypes } from './http.ts'

const id = z.string()
/** ISO 8601 in UTC. */
const instant = z.string()
/** ISO date as it was stated, may be partial. */
const stated = z.string().nullable()
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const standing = z.enum(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'])
const status = z.enum(['open', 'inProgress', 'done', 'dropped'])
const purpose = z.enum(['inform', 'discuss', 'agree', 'report']).nullable()
const minutes = z.int().nullable()
const name = z.strictObject({ name: z.string(), code: z.string().nullable() })
const due = z.union([z.strictObject({ date: z.string() }), z.strictObject({ event: z.string() })]).nullable()

/** From which record it is: with the part behind `#` in `address`. */
const origin = {
  meetingId: id,
  meetingTitle: z.string(),
  meetingDate: stated,
  /** Closed to observers there, and so in the new meeting. */
  closed: z.boolean(),
  /** A path of this server. */
  address: z.string(),
}

export const openItemAnswer = z.strictObject({
  ...origin,
  item: id,
  number: z.string().nullable(),
  title: z.string(),
  why: z.enum(['putOff', 'notReached']),
  /** The open item that it is a part of. */
  under: id.nullable(),
  purpose,
  minutes,
})

export const openActionAnswer = z.strictObject({
  ...origin,
  action: id,
  number: z.string().nullable(),
  task: z.string(),
  lead: name.nullable(),
  due,
  /** The latest that was said of it. */
  status,
  overdue: z.boolean(),
})

export const openTargetAnswer = z.strictObject({
  ...origin,
  target: id,
  figure: z.number(),
  atLeast: z.boolean(),
  what: z.string(),
  event: z.string().nullable(),
  whose: z.string().nullable(),
})

const line = { title: z.string(), purpose, minutes }

export const proposalAnswer = z.strictObject({
  proposal: id,
  ...line,
  why: z.string(),
  at: instant,
  by: z.strictObject({ name: z.string().nullable(), delegation: name.nullable() }),
  settled: z
    .strictObject({
      how: z.enum(['withdrawn', 'declined', 'taken']),
      /** Of a proposal that was declined. */
      why: z.string().nullable(),
      /** Onto whose agenda it was taken; null where it was not, or where you may not see that meeting. */
      meetingId: id.nullable(),
      at: instant,
    })
    .nullable(),
  mayWithdraw: z.boolean(),
})

export const templateAnswer = z.strictObject({
  template: id,
  name: z.string(),
  items: z.array(z.strictObject({ ...line, children: z.array(z.strictObject(line)) })),
})

/** `GET …/open`: what a new meeting can start from. */
export const openAnswer = z.strictObject({
  items: z.array(openItemAnswer),
  actions: z.array(openActionAnswer),
  targets: z.array(openTargetAnswer),
  /** Those that wait. */
  proposals: z.array(proposalAnswer),
  templates: z.array(templateAnswer),
  /** Meetings that left something open, newest first. */
  meetings: z.array(z.strictObject({ meetingId: id, title: z.string(), date: stated })),
  /** What a new meeting takes over unless it says otherwise: as the newest meeting had it. */
  usual: z
    .strictObject({
      timeZone: z.string().nullable(),
      place: z.string().nullable(),
      formalMeeting: z.string().nullable(),
      language: z.string(),
      attribution: z.enum(['named', 'delegationType', 'none']),
    })
    .nullable(),
})

/** `GET …/backlog`: proposals in the office's order, those that are settled last; templates. */
export const backlogAnswer = z.strictObject({ proposals: z.array(proposalAnswer), templates: z.array(templateAnswer) })

/** One thing that changed. */
export const changeAnswer = z.strictObject({
  kind: z.enum(['planned', 'phase', 'standing', 'reviewed', 'progress', 'superseded', 'implemented', 'proposed', 'settled']),
  at: instant,
  meetingId: id.nullable(),
  meetingTitle: z.string().nullable(),
  meetingDate: stated,
  number: z.string().nullable(),
  words: z.string().nullable(),
  note: z.string().nullable(),
  phase: phase.nullable(),
  standing: standing.nullable(),
  status: status.nullable(),
  how: z.enum(['withdrawn', 'declined', 'taken']).nullable(),
  address: z.string(),
})

/** `GET …/changes`: what changed since you were last here (or since `since`), newest first; null: you were never here. */
export const changesAnswer = z.strictObject({
  since: instant.nullable(),
  /** All that changed, also beyond the list. */
  total: z.int(),
  items: z.array(changeAnswer),
})
export const changesQuery = z.strictObject({
  since: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

const step = z.strictObject({
  kind: z.enum([
    'nameRapporteur',
    'planMeeting',
    'setDate',
    'openOrMove',
    'closeMeeting',
    'circulate',
    'answerObjections',
    'answerComments',
    'adopt',
    'awaitDeadline',
    'askOverdue',
    'findLead',
    'settleProposals',
  ]),
  meetingId: id.nullable(),
  meetingTitle: z.string().nullable(),
  meetingDate: stated,
  count: z.int().nullable(),
  until: instant.nullable(),
  timeZone: z.string().nullable(),
})

const meetingLine = z.strictObject({ meetingId: id, title: z.string(), date: stated, place: z.string().nullable(), phase })

/** `GET …/handover`: the group on one page, for whoever takes it over. */
export const handoverAnswer = z.strictObject({
  group: z.strictObject({
    name: z.string(),
    purpose: z.string(),
    openTo: z.string(),
    meets: z.string(),
    convention: z.string(),
    participantsEdit: z.enum(['everything', 'agenda']),
    participantsEditDraft: z.boolean(),
    outcomeKinds: z.array(z.string()),
    /** As in the newest meeting; null before the first. */
    attribution: z.enum(['named', 'delegationType', 'none']).nullable(),
    language: z.string().nullable(),
  }),
  offices: z.array(
    z.strictObject({ role: z.enum(roles), people: z.array(z.strictObject({ name: z.string(), delegation: name.nullable() })) }),
  ),
  delegations: z.array(z.strictObject({ type: z.enum(delegationTypes), count: z.int() })),
  /** Links that still let somebody in. */
  liveLinks: z.int(),
  last: meetingLine.nullable(),
  next: meetingLine.nullable(),
  /** Records that are out, with their deadline. */
  circulated: z.array(
    z.strictObject({
      ...meetingLine.shape,
      deadline: instant,
      timeZone: z.string(),
      mode: z.enum(['silence', 'decision']),
      unanswered: z.int(),
      objections: z.int(),
    }),
  ),
  items: z.array(openItemAnswer),
  actions: z.array(openActionAnswer),
  targets: z.array(openTargetAnswer),
  proposals: z.array(proposalAnswer),
  steps: z.array(step),
})

export type OpenAnswer = z.infer<typeof openAnswer>
export type OpenItemAnswer = z.infer<typeof openItemAnswer>
export type OpenActionAnswer = z.infer<typeof openActionAnswer>
export type OpenTargetAnswer = z.infer<typeof openTargetAnswer>
export type ProposalAnswer = z.infer<typeof proposalAnswer>
export type TemplateAnswer = z.infer<typeof templateAnswer>
export type BacklogAnswer = z.infer<typeof backlogAnswer>
export type ChangeAnswer = z.infer<typeof changeAnswer>
export type ChangesAnswer = z.infer<typeof changesAnswer>
export type HandoverAnswer = z.infer<typeof handoverAnswer>
export type NextStepAnswer = HandoverAnswer['steps'][number]
