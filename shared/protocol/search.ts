import { z } from 'zod'
import { isId } from '../base/index.ts'
import { maxQueryLetters, searchParts } from '../search/index.ts'

const id = z.string()
const phase = z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'])
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date')
/** One value, or the same name several times for "any of these". */
const some = z.union([z.string().max(120), z.array(z.string().max(120)).max(12)])

/** `?q=&…` of the search; a filter given here has to hold beside those written into `q`. */
export const searchQuery = z.strictObject({
  q: z.string().max(maxQueryLetters).optional(),
  group: z.string().refine(isId, 'is not an id').optional(),
  part: some.optional(),
  kind: some.optional(),
  standing: some.optional(),
  status: some.optional(),
  /** A code, a name or an id. */
  delegation: some.optional(),
  lead: some.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  phase: some.optional(),
  /** Without words, the newest come first in any case. */
  sort: z.enum(['best', 'newest']).optional(),
  /** Records on one page. */
  limit: z.coerce.number().int().min(1).max(50).optional(),
  cursor: z.string().max(200).optional(),
})

const snippet = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))
const facet = z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() }))

/** One passage that answers a search. */
const passage = z.strictObject({
  part: z.enum(searchParts),
  /** Of the outcome, action, target or item; for a note the item it stands under; for the meeting's title the meeting. */
  id,
  /** Number of the paragraph in the version that the record is; null in a draft and where none is given. */
  paragraph: z.string().nullable(),
  /** "4.2", "A3": as the record counts its items, outcomes and actions. */
  number: z.string().nullable(),
  standing: z.string().nullable(),
  kind: z.string().nullable(),
  /** As the record itself has it: progress after adoption stands in the register. */
  status: z.string().nullable(),
  snippet,
  /** Path and fragment within this server. */
  address: z.string(),
})

/** What a search finds, by record. Numbers count passages but for `records`; all of it is what the caller may see and nothing else. */
export const searchAnswer = z.strictObject({
  total: z.int(),
  records: z.int(),
  /** Records that are still being put into the index, and so cannot be among these. */
  pending: z.int(),
  /** How many passages each further choice would leave; a filter that is set does not narrow its own facet. */
  facets: z.strictObject({
    part: facet,
    kind: facet,
    standing: facet,
    status: facet,
    phase: facet,
    year: facet,
    delegation: facet,
  }),
  hits: z.array(
    z.strictObject({
      groupId: id,
      groupName: z.string(),
      meetingId: id,
      meetingTitle: z.string(),
      meetingDate: z.string().nullable(),
      place: z.string().nullable(),
      symbol: z.string().nullable(),
      phase,
      passages: z.array(passage),
      /** Passages of this record that answer and are not shown. */
      more: z.int(),
    }),
  ),
  next: z.string().nullable(),
})

/** `?limit=&cursor=&year=&phase=` of the archive. */
export const archiveQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
  year: z
    .string()
    .regex(/^\d{4}$|^unknown$/)
    .optional(),
  phase: phase.optional(),
})

/** One record as a line of the archive. Counts are of what the caller may see. */
export const archiveLineAnswer = z.strictObject({
  meetingId: id,
  groupId: id,
  groupName: z.string(),
  title: z.string(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  formalMeeting: z.string().nullable(),
  symbol: z.string().nullable(),
  phase,
  version: z.int().nullable(),
  fingerprint: z.string().nullable(),
  outcomes: z.int(),
  actions: z.int(),
  /** As the record itself has them: progress after adoption stands in the register. */
  openActions: z.int(),
  /** Delegations that were present. */
  delegations: z.int(),
})

/** A page of the archive, newest meeting first; the years count everything that there is for the caller. */
export const archiveAnswer = z.strictObject({
  items: z.array(archiveLineAnswer),
  next: z.string().nullable(),
  total: z.int(),
  years: z.array(z.strictObject({ year: z.string(), count: z.int() })),
})

export type SearchAnswer = z.infer<typeof searchAnswer>
export type ArchiveAnswer = z.infer<typeof archiveAnswer>
export type ArchiveLineAnswer = z.infer<typeof archiveLineAnswer>
