import type { Caller } from '../../shared/access/index.ts'
import { may } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { CopiesAnswer, CopyDifferenceAnswer } from '../../shared/protocol/index.ts'
import { type CopyVariant, documentOf } from '../rooms/index.ts'
import type { CopyDecision, StoredCopy } from '../storage/index.ts'
import { authorOf } from './authorOf.ts'
import { type EnteredMeeting, enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** More is not shown at once; what is decided makes room. */
const maxShown = 1_000

/** The copies that were brought: one's own, and for those who decide all of them, with what differs from the record as it is now. */
export async function listCopies(at: Workspace, caller: Caller, meetingId: string): Promise<Result<CopiesAnswer>> {
  const entered = await enterMeeting(at, caller, meetingId, 'copy.bring')
  if (!entered.ok) return entered
  const { meeting, file, place } = entered.value
  const { phase, head } = meeting.session
  const all = await at.storage.quarantine.list(documentOf(meeting.meetingId))
  const seesAll = may(place.role, 'copy.read', { phase, rules: file.group.rules })
  const copies = seesAll ? all : all.filter((one) => one.person === place.person)
  const compared = seesAll && copies.length > 0 ? await compareAll(at, entered.value, copies) : ok(nothing)
  if (!compared.ok) return compared
  const { differences, unread } = compared.value
  const open = (copyId: string) =>
    differences.filter((one) => one.what !== 'missing' && one.decision === null && one.copies.includes(copyId)).length
  return ok({
    copies: copies.map(({ copyId, person, at: since, bytes, sha256 }) => ({
      copyId,
      at: new Date(since).toISOString(),
      bytes,
      yours: person === place.person,
      author: authorOf(at, file, person, head.attribution),
      open: seesAll && !unread.has(sha256) ? open(copyId) : null,
    })),
    differences: differences.slice(0, maxShown),
    isCut: differences.length > maxShown,
  })
}

interface Compared {
  readonly differences: CopyDifferenceAnswer[]
  /** Bodies that could not be compared. */
  readonly unread: ReadonlySet<string>
}

const nothing: Compared = { differences: [], unread: new Set() }

async function compareAll(
  at: Workspace,
  { meeting, place }: EnteredMeeting,
  copies: readonly StoredCopy[],
): Promise<Result<Compared>> {
  const documentId = documentOf(meeting.meetingId)
  const record = await at.rooms.readRecord(meeting.meetingId)
  if (!record.ok) return record
  const { items, outcomes, actions, targets } = record.value
  const lists = { items, outcomes, actions, targets }
  const decisions = new Map((await at.storage.quarantine.decisions(documentId)).map((one) => [one.variantId, one]))
  const found = new Map<string, { readonly variant: CopyVariant; readonly copies: string[] }>()
  const unread = new Set<string>()
  for (const sha256 of new Set(copies.map((one) => one.sha256))) {
    const body = await at.storage.quarantine.body(documentId, sha256)
    // Let go of meanwhile.
    if (body === null) continue
    const compared = await at.copies.compare(lists, body.read, place.person)
    // One that cannot be compared must not hide the others.
    if (!compared.ok) {
      unread.add(sha256)
      continue
    }
    const holders = copies.filter((one) => one.sha256 === sha256).map((one) => one.copyId)
    for (const variant of compared.value) {
      const known = found.get(variant.variantId)
      if (known === undefined) found.set(variant.variantId, { variant, copies: [...holders] })
      else known.copies.push(...holders.filter((copyId) => !known.copies.includes(copyId)))
    }
  }
  const differences = [...found.values()].map(({ variant, copies: holders }) =>
    answerOf(variant, holders, decisions.get(variant.variantId)),
  )
  return ok({ differences, unread })
}

function answerOf(variant: CopyVariant, copies: string[], decision: CopyDecision | undefined): CopyDifferenceAnswer {
  const { variantId, key, what, part, now, fields } = variant
  const decided = decision === undefined ? null : { what: decision.what, at: new Date(decision.at).toISOString() }
  return { variantId, key, what, part, now, fields: [...fields], copies, decision: decided }
}
