import type { StoredVersion } from '../../server/storage/index.ts'
import type { Action, Role } from '../../shared/access/index.ts'
import type { ActionId, CommandId, ItemId, MeetingId, OutcomeId, PersonId } from '../../shared/base/index.ts'
import type { RecordEdit } from '../../shared/record/index.ts'
import type { CommandDraft, FloorRequest, RecordComment, SessionCommand, SessionState } from '../../shared/session/index.ts'
import { adoptionOf, circulationOf, comment, farAway, hour, lineOf, unsealed } from './afterMeeting.ts'
import { newId } from './storageSamples.ts'

type Kind = SessionCommand['kind']

/** The phases of a meeting's life. */
export const everyPhase = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted'] as const
export type SomePhase = (typeof everyPhase)[number]

/** What the commands are about. */
export interface Things {
  readonly first: ItemId
  readonly second: ItemId
  readonly outcome: OutcomeId
  readonly action: ActionId
  /** Has the floor, then the two that wait. */
  readonly requests: readonly [CommandId, CommandId, CommandId]
  /** The version that was circulated, and what somebody said of its one paragraph. */
  readonly version: StoredVersion
  readonly comment: CommandId
}

/** Whoever commands. */
interface Commander {
  readonly person: PersonId
  readonly name: string
}

/** One kind of command: whose right it is and when, what it says, and a session in which it does something. */
interface Case {
  readonly right: Action
  /** By phase, one sign a role (coordinator, rapporteur, participant, observer): `+` done, `~` not in this phase, `-` forbidden. */
  readonly signs: Readonly<Record<SomePhase, string>>
  readonly draft: (things: Things) => CommandDraft
  readonly session?: (things: Things, who: Commander) => Partial<SessionState>
}

const office = '++--'
const chair = '+---'
const delegates = '+++-'
const everyone = '++++'

function on(who: string, ...phases: readonly SomePhase[]): Case['signs'] {
  const sign = (phase: SomePhase) => (phases.includes(phase) ? who : who.replaceAll('+', '~'))
  // One sign for every phase, by the list of them.
  return Object.fromEntries(everyPhase.map((phase) => [phase, sign(phase)])) as Case['signs']
}

const run = { right: 'session.run', signs: on(office, 'inSession') } as const
const amend = { right: 'session.amend', signs: on(office, 'inSession', 'suspended', 'draft') } as const
const beforeOut = ['planned', 'inSession', 'suspended', 'draft'] as const
const closeToObservers = { right: 'observers.close', signs: on(chair, ...beforeOut) } as const
const ask = { right: 'floor.ask', signs: on(everyone, 'inSession', 'suspended') } as const
const give = { right: 'floor.give', signs: on(office, 'inSession') } as const
const list = { right: 'floor.run', signs: on(office, 'inSession', 'suspended') } as const
const own = { right: 'attendance.own', signs: on(delegates, 'planned', 'inSession', 'suspended') } as const
const attend = { right: 'attendance.run', signs: on(office, ...beforeOut) } as const
const agree = { right: 'outcome.agree', signs: on(office, 'inSession', 'draft') } as const
const amendAdopted = { right: 'record.amend', signs: on(chair, 'adopted') } as const
const earlierMeeting = newId<MeetingId>()
const carried = {
  meetingTitle: 'Earlier',
  meetingDate: '2002',
  number: 'A1',
  task: 'Write',
  lead: null,
  due: null,
  status: 'open',
  closed: false,
} as const
const somebody = { words: 'Somebody' } as const
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const partOf = ({ version }: Things) => version.paper.parts[0]?.key ?? ''

/** Every command there is, by hand from the rights of the product page: a kind that is not here does not compile. */
export const everyCommand: { readonly [K in Kind]: Case } = {
  'meeting.open': { right: 'session.open', signs: on(office, 'planned'), draft: () => ({ kind: 'meeting.open' }) },
  'meeting.suspend': { right: 'session.suspend', signs: on(office, 'inSession'), draft: () => ({ kind: 'meeting.suspend' }) },
  'meeting.resume': { right: 'session.resume', signs: on(office, 'suspended'), draft: () => ({ kind: 'meeting.resume' }) },
  'meeting.close': {
    right: 'session.close',
    signs: on(office, 'inSession', 'suspended'),
    draft: () => ({ kind: 'meeting.close' }),
  },
  'meeting.closeToObservers': { ...closeToObservers, draft: () => ({ kind: 'meeting.closeToObservers', closed: true }) },
  'item.open': { ...run, draft: ({ first, second }) => ({ kind: 'item.open', item: second, from: first }) },
  'item.next': { ...run, draft: ({ first }) => ({ kind: 'item.next', from: first }) },
  'item.back': {
    ...run,
    draft: ({ second }) => ({ kind: 'item.back', from: second }),
    session: ({ second }) => ({ current: second }),
  },
  'item.close': { ...run, draft: ({ first }) => ({ kind: 'item.close', item: first }) },
  'item.putOff': { ...amend, draft: ({ second }) => ({ kind: 'item.putOff', item: second }) },
  'item.reopen': {
    ...amend,
    draft: ({ second }) => ({ kind: 'item.reopen', item: second }),
    session: ({ second }) => ({
      proceedings: { [second]: { progress: 'closed', openedAt: hour, closedAt: hour, usedMs: 5, extraMinutes: 0 } },
    }),
  },
  'item.closeToObservers': {
    ...closeToObservers,
    draft: ({ second }) => ({ kind: 'item.closeToObservers', item: second, closed: true }),
  },
  'timer.pause': { ...run, draft: () => ({ kind: 'timer.pause', of: 'item' }) },
  'timer.resume': {
    ...run,
    draft: () => ({ kind: 'timer.resume', of: 'item' }),
    session: () => ({ clock: { runningSince: null, paused: true } }),
  },
  'timer.add': { ...run, draft: () => ({ kind: 'timer.add', of: 'item', minutes: 5 }) },
  'floor.ask': { ...ask, draft: () => ({ kind: 'floor.ask', intervention: 'statement' }) },
  'floor.withdraw': {
    ...ask,
    draft: ({ requests }) => ({ kind: 'floor.withdraw', request: requests[1] }),
    session: (things, { person }) => {
      const floor = floorOf(things)
      return { floor: { ...floor, requests: floor.requests.map((one) => ({ ...one, person })) } }
    },
  },
  'floor.give': { ...give, draft: ({ requests }) => ({ kind: 'floor.give', request: requests[2], after: requests[0] }) },
  'floor.next': { ...give, draft: ({ requests }) => ({ kind: 'floor.next', after: requests[0] }) },
  'floor.end': { ...give, draft: ({ requests }) => ({ kind: 'floor.end', request: requests[0] }) },
  'floor.move': { ...list, draft: ({ requests }) => ({ kind: 'floor.move', request: requests[2], before: requests[1] }) },
  'floor.openList': {
    ...list,
    draft: () => ({ kind: 'floor.openList' }),
    session: (things) => ({ floor: { ...floorOf(things), closedLists: [things.first] } }),
  },
  'floor.closeList': { ...list, draft: () => ({ kind: 'floor.closeList' }) },
  'floor.limit': { ...list, draft: () => ({ kind: 'floor.limit', minutes: 3 }) },
  'attendance.checkIn': { ...own, draft: () => ({ kind: 'attendance.checkIn' }) },
  'attendance.checkOut': {
    ...own,
    draft: () => ({ kind: 'attendance.checkOut' }),
    session: (_, { person, name }) => ({
      attending: [{ ...entryOf(name), delegates: [{ person, name, function: null }] }],
    }),
  },
  'attendance.set': { ...attend, draft: () => ({ kind: 'attendance.set', party: somebody, state: 'apologies' }) },
  'attendance.move': {
    ...attend,
    draft: ({ first }) => ({ kind: 'attendance.move', party: somebody, movement: 'left', item: first }),
  },
  'attendance.remove': { ...attend, draft: () => ({ kind: 'attendance.remove', party: somebody }) },
  'attendance.state': {
    ...attend,
    draft: () => ({
      kind: 'attendance.state',
      lines: [{ delegationType: 'state', party: null, statedCount: 'over 20', note: null }],
    }),
  },
  'outcome.readOut': {
    ...agree,
    draft: ({ outcome }) => ({ kind: 'outcome.readOut', outcome }),
    session: () => ({ reading: null }),
  },
  'outcome.stopReading': { ...agree, draft: ({ outcome }) => ({ kind: 'outcome.stopReading', outcome }) },
  'outcome.agree': { ...agree, draft: ({ outcome }) => ({ kind: 'outcome.agree', outcome }) },
  'outcome.setStanding': {
    right: 'outcome.fix',
    signs: on(office, ...beforeOut),
    draft: ({ outcome }) => ({ kind: 'outcome.setStanding', outcome, standing: 'bracketed' }),
  },
  'outcome.show': {
    right: 'outcome.show',
    signs: on(office, 'inSession', 'suspended'),
    draft: ({ outcome }) => ({ kind: 'outcome.show', outcome }),
  },
  'action.setStatus': {
    right: 'action.status',
    signs: { ...on(delegates, 'planned', 'inSession', 'suspended'), draft: '++~-' },
    draft: ({ action }) => ({ kind: 'action.setStatus', action, status: 'done' }),
  },
  'action.review': {
    ...amend,
    draft: ({ action }) => ({ kind: 'action.review', action, meeting: earlierMeeting, status: 'inProgress', note: 'Soon' }),
    session: ({ first, action }) => ({
      reviewing: { item: first, actions: [{ ...carried, action, meeting: earlierMeeting }] },
    }),
  },
  'record.circulate': {
    right: 'record.circulate',
    signs: on(office, 'draft'),
    draft: () => ({ kind: 'record.circulate', deadline: inDays(1), timeZone: 'UTC', mode: 'silence' }),
  },
  'record.setDeadline': {
    right: 'record.setDeadline',
    signs: on(chair, 'circulated'),
    draft: () => ({ kind: 'record.setDeadline', deadline: inDays(2), timeZone: 'UTC', reason: 'A holiday' }),
  },
  'record.recall': { right: 'record.recall', signs: on(office, 'circulated'), draft: () => ({ kind: 'record.recall' }) },
  'record.adopt': {
    right: 'record.adopt',
    signs: on(chair, 'circulated'),
    draft: ({ version }) => ({ kind: 'record.adopt', seen: version.fingerprint }),
  },
  'record.correct': {
    ...amendAdopted,
    draft: (things) => ({ kind: 'record.correct', corrections: [{ part: partOf(things), text: 'New' }], reason: 'A slip' }),
  },
  'record.addend': {
    ...amendAdopted,
    draft: () => ({ kind: 'record.addend', title: 'Later', paragraphs: ['More'], reason: 'It came later' }),
  },
  'record.withdraw': { ...amendAdopted, draft: () => ({ kind: 'record.withdraw', reason: 'Another one stands' }) },
  'comment.make': {
    right: 'comment.make',
    signs: on(delegates, 'circulated', 'adopted'),
    draft: (things) => ({ kind: 'comment.make', part: partOf(things), what: 'correction', text: 'A word', suggestion: 'New' }),
  },
  'comment.withdraw': {
    right: 'comment.withdraw',
    signs: on(delegates, 'draft', 'circulated', 'adopted'),
    draft: (things) => ({ kind: 'comment.withdraw', comment: things.comment }),
  },
  'comment.answer': {
    right: 'comment.answer',
    signs: on(office, 'draft', 'circulated', 'adopted'),
    draft: (things) => ({ kind: 'comment.answer', comment: things.comment, answer: 'notTaken', word: 'It was said so' }),
  },
}

/** New ids for a world of its own. */
export function newThings(first: ItemId, outcome: OutcomeId): Things {
  const requests = [newId<CommandId>(), newId<CommandId>(), newId<CommandId>()] as const
  return { first, second: newId(), outcome, action: newId(), requests, version: unsealed(first), comment: newId() }
}

/** What the record needs beside its first item and outcome. */
export function editsFor({ first, second, action }: Things): readonly RecordEdit[] {
  return [
    { kind: 'item.add', id: second, parent: null, after: 'last', title: 'Second' },
    { kind: 'action.add', id: action, item: first, after: 'last', task: 'Write' },
  ]
}

/** A session in which this command of this person does something, when phase and role allow it. */
export function sessionFor(kind: Kind, things: Things, who: Commander, phase: SomePhase): Partial<SessionState> {
  const { first, outcome } = things
  const usual: Partial<SessionState> = {
    current: first,
    clock: { runningSince: hour, paused: false },
    proceedings: { [first]: { progress: 'begun', openedAt: hour, closedAt: null, usedMs: 0, extraMinutes: 0 } },
    floor: floorOf(things),
    attending: [entryOf(somebody.words)],
    reading: { outcome, person: who.person, actor: { role: 'rapporteur', name: null }, at: hour, until: farAway },
  }
  return { ...usual, ...outFor(things, phase), ...everyCommand[kind].session?.(things, who) }
}

/** What the session says once the record was out: the circulated version, a comment, and the adoption. */
function outFor({ version }: Things, phase: SomePhase): Partial<SessionState> {
  if (!isOut(phase)) return {}
  const versions = rowsVersions(version, phase)
  const circulation = phase === 'circulated' ? circulationOf(version) : null
  const adoption = phase === 'adopted' ? adoptionOf(adoptedFrom(version)) : null
  return { versions: versions.map(lineOf), circulation, adoption, comments: { total: 1, unanswered: 1, objections: 0 } }
}

/** The rows that belong to that session, and whether the document is frozen with them. */
export function rowsFor(things: Things, { person }: Commander, phase: SomePhase) {
  if (!isOut(phase)) return {}
  const comments: RecordComment[] = [comment(things.version, { id: things.comment, person })]
  const rows = { versions: rowsVersions(things.version, phase), comments }
  return phase === 'adopted' ? { rows, freeze: true as const } : { rows }
}

function isOut(phase: SomePhase): boolean {
  return phase === 'draft' || phase === 'circulated' || phase === 'adopted'
}

function rowsVersions(version: StoredVersion, phase: SomePhase): readonly StoredVersion[] {
  return phase === 'adopted' ? [version, adoptedFrom(version)] : [version]
}

function adoptedFrom(version: StoredVersion): StoredVersion {
  return { ...version, number: 2, kind: 'adopted', revision: null }
}

/** The sign of a role in a line of signs. */
export function signFor(role: Role, signs: string): string {
  return signs[['coordinator', 'rapporteur', 'participant', 'observer'].indexOf(role)] ?? '?'
}

function floorOf({ first, requests: [speaking, ...waiting] }: Things): SessionState['floor'] {
  const request = (id: CommandId): FloorRequest => ({
    id,
    item: first,
    person: null,
    speaker: { delegation: null, name: `Speaker ${id}`, code: null, type: null },
    intervention: 'statement',
    onBehalfOf: null,
    asObserver: false,
    at: hour,
  })
  return {
    closedLists: [],
    limitMinutes: 5,
    requests: waiting.map(request),
    speaking: { request: request(speaking), since: hour, usedMs: 0, extraMinutes: 0, runningSince: hour, paused: false },
  }
}

function entryOf(name: string): SessionState['attending'][number] {
  const facts = { code: null, type: 'other', partyStatus: null, membership: 'guest', region: null } as const
  const movements = [{ kind: 'arrived', item: null, at: hour }] as const
  return { party: { words: name }, name, ...facts, state: 'present', delegates: [], movements }
}
