import { z } from 'zod'
import { delegationTypes } from './http.ts'

/** The largest file that is taken, in bytes. */
export const bringInMaxBytes = 5 * 1024 * 1024

/** Old minutes come alone, or with the agenda of the same meeting in a file of its own. */
export const bringInParts = ['minutes', 'agenda'] as const
export const bringInFormats = ['markdown', 'html', 'asciidoc', 'docx', 'text'] as const

/** What can be found in old minutes. */
export const findKinds = [
  'contradiction',
  'title',
  'date',
  'time',
  'place',
  'language',
  'person',
  'count',
  'item',
  'decision',
  'action',
  'putOff',
  'nextMeeting',
] as const
export type FindKind = (typeof findKinds)[number]

/** Why something was taken for what it is; the page has a sentence for each. */
export const findReasons = [
  'label', // words before a colon say so
  'heading', // it stands under a heading that says so
  'firstHeading', // the first heading of the document
  'firstLine', // the first line of the document
  'fileName', // the name of the file says so
  'list', // an entry of a list that says so
  'table', // a column of a table says so
  'ownHeading', // it is a heading of the minutes
  'numbered', // a numbered line of its own
  'issueLink', // an entry that names a paper or an issue, with notes behind it
  'agendaFile', // it stands in the agenda that came with the minutes
  'verb', // a verb of deciding in a sentence
  'taskWords', // a sentence says that somebody will do it
  'mention', // a name marked with @
  'dateInTitle', // the title holds a date
  'dateInText', // a date in the opening lines
  'dayFirst', // the order of day and month follows the language of the text
  'unclearDate', // day and month, or the century, could be either
  'joined', // the words in a log say so
  'letters', // read from the words that are frequent in the text
  'said', // a line says so in plain words
  // contradictions
  'datesDiffer',
  'weekdayDiffers',
  'timesCross',
  'presentAndAbsent',
  'countDiffers',
  'numbersJump',
  'numberTwice',
  'titlesDiffer',
  'noSuchDay',
  'dueBeforeMeeting',
] as const
export type FindReason = (typeof findReasons)[number]

/** `HH:MM`. */
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const words = (max: number) => z.string().trim().min(1).max(max)
const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
/** The find of the agenda item that something belongs to; null: to none. */
const itemRef = z.string().max(12).nullable()

export const attendanceStates = ['present', 'apologies', 'absent'] as const
const standings = ['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred'] as const

/** What a find says, by kind. Whatever the source does not say is null, and never filled in. */
export const findValueSchemas = {
  contradiction: z.strictObject({}),
  title: z.strictObject({ text: words(300) }),
  /** Null: the source has a date that can be read in more than one way; `choices` of the find has them. */
  date: z.strictObject({ date: isoDate.nullable() }),
  /** `zone` is a name of a time zone, where the source's words for it mean exactly one. */
  time: z.strictObject({
    start: hour.nullable(),
    end: hour.nullable(),
    zone: words(64).nullable(),
    zoneWords: words(80).nullable(),
  }),
  place: z.strictObject({ text: words(300) }),
  language: z.strictObject({ tag: z.string().regex(/^[a-z]{2,3}$/) }),
  person: z.strictObject({
    name: words(120),
    organisation: words(160).nullable(),
    /** The words of the source: "Chair", "Rapporteur", "Secretariat". */
    role: words(120).nullable(),
    state: z.enum(attendanceStates),
  }),
  /** A stated count of who took part: "over 20 States Parties". */
  count: z.strictObject({ words: words(100), type: z.enum(delegationTypes) }),
  item: z.strictObject({
    title: words(1000),
    /** As the source numbers it. */
    number: z.string().max(20).nullable(),
    parent: itemRef,
    lead: words(160).nullable(),
    minutes: z.int().min(0).max(10_000).nullable(),
  }),
  decision: z.strictObject({
    text: words(5000),
    /** The operative word; empty where the source has none. */
    verb: z.string().max(60),
    /** Null: the source does not say how firm. */
    standing: z.enum(standings).nullable(),
    actor: words(160).nullable(),
    item: itemRef,
  }),
  action: z.strictObject({
    task: words(5000),
    lead: words(160).nullable(),
    partners: z.array(words(160)).max(40),
    /** A date, or the words for an event. */
    due: z.union([z.strictObject({ date: isoDate }), z.strictObject({ event: words(300) })]).nullable(),
    status: z.enum(['open', 'inProgress', 'done', 'dropped']),
    item: itemRef,
  }),
  /** The item was put off to another meeting. */
  putOff: z.strictObject({ item: itemRef }),
  nextMeeting: z.strictObject({
    words: words(300),
    date: isoDate.nullable(),
    time: hour.nullable(),
    place: words(300).nullable(),
  }),
} as const satisfies Record<FindKind, z.ZodType>

const common = {
  id: z.string(),
  /** In which file, and which of its lines as the preview shows them, counted from 1. */
  part: z.enum(bringInParts),
  sourceFrom: z.int(),
  sourceTo: z.int(),
  sourceText: z.string(),
  /** `marked`: a heading, a label, a list or a table says so. `candidate`: read from prose. */
  certainty: z.enum(['marked', 'candidate']),
  reason: z.enum(findReasons),
  /** The words that the reason is about: the heading, the label, the two that differ. */
  reasonWords: z.array(z.string()),
}

/** One thing that was found, beside its source line. */
export const bringInFind = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('contradiction'), value: findValueSchemas.contradiction }),
  z.strictObject({ ...common, kind: z.literal('title'), value: findValueSchemas.title }),
  z.strictObject({ ...common, kind: z.literal('date'), value: findValueSchemas.date, choices: z.array(z.string()) }),
  z.strictObject({ ...common, kind: z.literal('time'), value: findValueSchemas.time }),
  z.strictObject({ ...common, kind: z.literal('place'), value: findValueSchemas.place }),
  z.strictObject({ ...common, kind: z.literal('language'), value: findValueSchemas.language }),
  z.strictObject({ ...common, kind: z.literal('person'), value: findValueSchemas.person }),
  z.strictObject({ ...common, kind: z.literal('count'), value: findValueSchemas.count }),
  z.strictObject({ ...common, kind: z.literal('item'), value: findValueSchemas.item }),
  z.strictObject({ ...common, kind: z.literal('decision'), value: findValueSchemas.decision }),
  z.strictObject({ ...common, kind: z.literal('action'), value: findValueSchemas.action }),
  z.strictObject({ ...common, kind: z.literal('putOff'), value: findValueSchemas.putOff }),
  z.strictObject({ ...common, kind: z.literal('nextMeeting'), value: findValueSchemas.nextMeeting }),
])
export type BringInFind = z.infer<typeof bringInFind>
export type FindOf<Kind extends FindKind> = Extract<BringInFind, { readonly kind: Kind }>

/** What could not be read as it stands; the words around it were read nevertheless. */
export const bringInProblems = [
  'picturesLeftOut', // pictures stay in the source
  'lettersReplaced', // bytes that are no letters of the encoding
  'activeLeftOut', // scripts, styles and forms
  'tooManyFinds', // more was there than is shown
  'cutLines', // lines longer than is shown
  'nothingFound',
  'notTheClaimedKind', // the name says another kind of file than the bytes
] as const
export type BringInProblem = (typeof bringInProblems)[number]

/** One file as it was read. */
const bringInSource = z.strictObject({
  part: z.enum(bringInParts),
  name: z.string(),
  format: z.enum(bringInFormats),
  encoding: z.string(),
  bytes: z.int(),
  /** Shown with their numbers from 1. Of DOCX and HTML: the words, a line for each paragraph, entry or row. */
  lines: z.array(z.string()),
})
export type BringInSource = z.infer<typeof bringInSource>

/** What was found, before anything is made of it. Kept for a while and never written into a record by itself. */
export const bringInAnswer = z.strictObject({
  bringInId: z.string(),
  groupId: z.string(),
  /** Until when it is kept. */
  expiresAt: z.string(),
  sources: z.array(bringInSource),
  finds: z.array(bringInFind),
  problems: z.array(z.strictObject({ part: z.enum(bringInParts), problem: z.enum(bringInProblems), words: z.string() })),
})
export type BringInAnswer = z.infer<typeof bringInAnswer>

/** `?name=` of the file, `with=` the id of the one that it makes a pair with. */
export const bringInQuery = z.strictObject({
  name: z.string().trim().min(1).max(255),
  part: z.enum(bringInParts).optional(),
  with: z.string().max(64).optional(),
})

/** What becomes of the finds: what is not named is refused. `value` in place of the one that was found. */
export const acceptBringInBody = z.strictObject({
  finds: z
    .array(z.strictObject({ id: z.string().max(12), take: z.boolean(), value: z.unknown().optional() }))
    .max(5000)
    .optional(),
  /** The whole text as it stands: one item with everything in its notes, no find taken. */
  whole: z.literal(true).optional(),
  /** Of the meeting, where no title was found or taken. */
  title: z.string().trim().min(1).max(300).optional(),
})

/** A file from which a record was made, kept with the meeting. */
export const meetingSourceAnswer = z.strictObject({
  sourceId: z.string(),
  part: z.enum(bringInParts),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  at: z.string(),
})
export type MeetingSourceAnswer = z.infer<typeof meetingSourceAnswer>

export const meetingSourcesAnswer = z.strictObject({ items: z.array(meetingSourceAnswer) })
