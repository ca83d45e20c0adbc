import type { Action, Role } from '../../shared/access/index.ts'
import type { ActionId, CommandId, ItemId, Millis, OutcomeId, PersonId } from '../../shared/base/index.ts'
import type { RecordEdit } from '../../shared/record/index.ts'
import type { CommandDraft, FloorRequest, SessionCommand, SessionState } from '../../shared/session/index.ts'
import { newId } from './storageSamples.ts'

type Kind = SessionCommand['kind']

/** The phases that there are so far. */
export const everyPhase = ['planned', 'inSession', 'suspended', 'draft'] as const
export type SomePhase = (typeof everyPhase)[number]

/** What the commands are about. */
export interface Things {
  readonly first: ItemId
  readonly second: ItemId
  readonly outcome: OutcomeId
  readonly action: ActionId
  /** Has the floor, then the two that wait. */
  readonly requests: readonly [CommandId, CommandId, CommandId]
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
  return { planned: sign('planned'), inSession: sign('inSession'), suspended: sign('suspended'), draft: sign('draft') }
}

const run = { right: 'session.run', signs: on(office, 'inSession') } as const
const amend = { right: 'session.amend', signs: on(office, 'inSession', 'suspended', 'draft') } as const
const closeToObservers = { right: 'observers.close', signs: on(chair, ...everyPhase) } as const
const ask = { right: 'floor.ask', signs: on(everyone, 'inSession', 'suspended') } as const
const give = { right: 'floor.give', signs: on(office, 'inSession') } as const
const list = { right: 'floor.run', signs: on(office, 'inSession', 'suspended') } as const
const own = { right: 'attendance.own', signs: on(delegates, 'planned', 'inSession', 'suspended') } as const
const attend = { right: 'attendance.run', signs: on(office, ...everyPhase) } as const
const agree = { right: 'outcome.agree', signs: on(office, 'inSession', 'draft') } as const
const somebody = { words: 'Somebody' } as const

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
    signs: on(office, ...everyPhase),
    draft: ({ outcome }) => ({ kind: 'outcome.setStanding', outcome, standing: 'bracketed' }),
  },
  'outcome.show': {
    right: 'outcome.show',
    signs: on(office, 'inSession', 'suspended'),
    draft: ({ outcome }) => ({ kind: 'outcome.show', outcome }),
  },
  'action.setStatus': {
    right: 'action.status',
    signs: { planned: delegates, inSession: delegates, suspended: delegates, draft: '++~-' },
    draft: ({ action }) => ({ kind: 'action.setStatus', action, status: 'done' }),
  },
}

/** New ids for a world of its own. */
export function newThings(first: ItemId, outcome: OutcomeId): Things {
  return { first, second: newId(), outcome, action: newId(), requests: [newId(), newId(), newId()] }
}

/** What the record needs beside its first item and outcome. */
export function editsFor({ first, second, action }: Things): readonly RecordEdit[] {
  return [
    { kind: 'item.add', id: second, parent: null, after: 'last', title: 'Second' },
    { kind: 'action.add', id: action, item: first, after: 'last', task: 'Write' },
  ]
}

/** A session in which this command of this person does something, when phase and role allow it. */
export function sessionFor(kind: Kind, things: Things, who: Commander): Partial<SessionState> {
  const { first, outcome } = things
  const usual: Partial<SessionState> = {
    current: first,
    clock: { runningSince: hour, paused: false },
    proceedings: { [first]: { progress: 'begun', openedAt: hour, closedAt: null, usedMs: 0, extraMinutes: 0 } },
    floor: floorOf(things),
    attending: [entryOf(somebody.words)],
    reading: { outcome, person: who.person, actor: { role: 'rapporteur', name: null }, at: hour, until: farAway },
  }
  return { ...usual, ...everyCommand[kind].session?.(things, who) }
}

/** The sign of a role in a line of signs. */
export function signFor(role: Role, signs: string): string {
  return signs[['coordinator', 'rapporteur', 'participant', 'observer'].indexOf(role)] ?? '?'
}

const hour = 1_000_000 as Millis
const farAway = 9_000_000_000_000 as Millis

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
