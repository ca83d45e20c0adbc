import { type Caller, may } from '../../shared/access/index.ts'
import type { Millis } from '../../shared/base/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { ChangeAnswer, ChangesAnswer } from '../../shared/protocol/index.ts'
import { type Change, changesSince, type GroupRecord, statedDay } from '../../shared/register/index.ts'
import { type Entered, enterGroup } from './enterGroup.ts'
import { readGroupRecords } from './groupRecords.ts'
import { addressOf, iso } from './openAnswers.ts'
import type { Workspace } from './Workspace.ts'

export interface ChangesAsk {
  /** ISO 8601; without it since the visit before the present one. */
  readonly since?: string | undefined
  readonly limit?: number | undefined
}

/** So long after the last sign of somebody, coming again is a new visit. */
const newVisitMs = 30 * 60_000

/** What changed in a group since the caller was last here. */
export async function readChanges(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: ChangesAsk,
): Promise<Result<ChangesAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const since = ask.since === undefined ? await lastVisit(at, entered.value) : asMillis(Date.parse(ask.since))
  if (since === null) return ok({ since: null, total: 0, items: [] })
  const records = await readGroupRecords(at, entered.value)
  if (!records.ok) return records
  const ledger = await at.ledgers.read(file.group.id)
  const isAll = place.onlyMeeting === null
  const showsBacklog = isAll && may(place.role, 'backlog.propose', { phase: null, rules: file.group.rules })
  const changes = changesSince({ records: records.value, ledger, showsBacklog }, since)
  const items = changes.slice(0, ask.limit ?? 50).map((one) => changeOf(one, groupId, records.value))
  return ok({ since: iso(since), total: changes.length, items })
}

/** Notes that the caller is here. Within half an hour it is the same visit, so that a reload does not make everything old. */
export async function noteVisit(at: Workspace, caller: Caller, groupId: string): Promise<Result<null>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const now = at.clock.now()
  const before = await at.storage.visits.read(file.group.id, place.person)
  const isSame = before !== null && now - before.last < newVisitMs
  await at.storage.visits.write(file.group.id, place.person, { since: isSame ? before.since : (before?.last ?? null), last: now })
  return ok(null)
}

/** The visit before this one, whether or not this one was noted yet. */
async function lastVisit(at: Workspace, { file, place }: Entered): Promise<Millis | null> {
  const visit = await at.storage.visits.read(file.group.id, place.person)
  if (visit === null) return null
  return at.clock.now() - visit.last < newVisitMs ? visit.since : visit.last
}

function asMillis(at: number): Millis {
  return at as Millis // a moment that the schema has read
}

function changeOf(change: Change, groupId: string, records: readonly GroupRecord[]): ChangeAnswer {
  const record = records.find((one) => one.meetingId === change.meeting)?.record
  return {
    ...nothing,
    ...saidOf(change),
    kind: change.kind,
    at: iso(change.at),
    // A meeting that the caller may not see is not named either.
    meetingId: record?.meetingId ?? null,
    meetingTitle: record?.head.title ?? null,
    meetingDate: statedDay(record?.head.startsAt ?? null),
    address: whereOf(change, groupId),
  }
}

const nothing = { number: null, words: null, note: null, phase: null, standing: null, status: null, how: null } as const

function saidOf(change: Change): Partial<ChangeAnswer> {
  switch (change.kind) {
    case 'planned':
      return {}
    case 'phase':
      return { phase: change.phase }
    case 'standing':
      return { number: change.number, words: change.words, standing: change.standing }
    case 'reviewed':
    case 'progress':
      return { number: change.number, words: change.words, status: change.status, note: change.note }
    case 'superseded':
    case 'implemented':
      return { number: change.number, words: change.words }
    case 'proposed':
      return { words: change.words }
    case 'settled':
      return { words: change.words, how: change.how }
  }
}

function whereOf(change: Change, groupId: string): string {
  switch (change.kind) {
    case 'planned':
    case 'phase':
      return `/m/${change.meeting ?? ''}`
    case 'standing':
      return addressOf(change.meeting as NonNullable<Change['meeting']>, change.part) // an outcome is always in a meeting
    case 'reviewed':
    case 'progress':
      return `/g/${groupId}/threads/action/${change.part}`
    case 'superseded':
    case 'implemented':
      return `/g/${groupId}/threads/outcome/${change.part}`
    case 'proposed':
    case 'settled':
      return `/g/${groupId}/backlog`
  }
}
