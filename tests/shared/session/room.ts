import type { Role } from '../../../shared/access/index.ts'
import type {
  ActionId,
  CommandId,
  DelegationId,
  ItemId,
  MeetingId,
  Millis,
  OutcomeId,
  PersonId,
  Result,
} from '../../../shared/base/index.ts'
import type { Attribution, CarriedAction, ItemView, MeetingHead } from '../../../shared/record/index.ts'
import {
  type Actor,
  type CommandDraft,
  type DelegationFacts,
  decide,
  evolve,
  newSession,
  type RecordComment,
  type SessionCommand,
  type SessionEvent,
  type SessionState,
  type Surroundings,
} from '../../../shared/session/index.ts'
import { id } from '../record/world.ts'

export const head: MeetingHead = {
  title: 'Contact group',
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'named',
  symbol: null,
}

/** The agenda: 1, 2 with the parts 2.1 and 2.2, 3. */
export const [one, two, twoOne, twoTwo, three] = [id<ItemId>(1), id<ItemId>(2), id<ItemId>(21), id<ItemId>(22), id<ItemId>(3)]
export const agenda = [
  { id: one, parent: null, minutes: 10 },
  { id: two, parent: null, minutes: 15 },
  { id: twoOne, parent: two, minutes: 5 },
  { id: twoTwo, parent: two, minutes: null },
  { id: three, parent: null, minutes: 20 },
] as const

/** Outcomes: one with words, one empty, one with brackets; the second of the words under item 3. */
export const [worded, empty, bracketed, other] = [id<OutcomeId>(31), id<OutcomeId>(32), id<OutcomeId>(33), id<OutcomeId>(34)]
const texts = new Map<OutcomeId, { readonly item: ItemId; readonly text: string }>([
  [worded, { item: two, text: 'recognised that all States should join' }],
  [empty, { item: two, text: ' ' }],
  [bracketed, { item: two, text: 'agreed to meet [again]' }],
  [other, { item: three, text: 'noted with thanks' }],
])
export const task = id<ActionId>(41)

/** An action of an earlier meeting, up for review under item 1. */
export const earlier: CarriedAction = {
  action: id<ActionId>(42),
  meeting: id<MeetingId>(43),
  meetingTitle: 'Earlier meeting',
  meetingDate: '2002-05-27',
  number: 'A7',
  task: 'Write to the signatories',
  lead: { words: 'Canada' },
  due: null,
  status: 'open',
  closed: false,
}

export const thailand: DelegationFacts = {
  id: id<DelegationId>(51),
  name: 'Thailand',
  code: 'THA',
  type: 'state',
  partyStatus: 'stateParty',
  membership: 'member',
  region: 'Asia and the Pacific',
}
export const norway: DelegationFacts = {
  ...thailand,
  id: id(52),
  name: 'Norway',
  code: 'NOR',
  region: 'Western Europe and others',
}
export const campaign: DelegationFacts = {
  ...thailand,
  id: id(53),
  name: 'The Campaign',
  code: 'ICB',
  type: 'ngo',
  partyStatus: null,
  membership: 'observer',
  region: null,
}
export const delegations: readonly DelegationFacts[] = [thailand, norway, campaign]

/** Parts of every version here. */
export const [paragraph, second, listed] = [`outcome:${worded}`, `outcome:${other}`, 'attendance']
const parts = new Map([
  [paragraph, { number: '1', text: 'recognised that all States should join' }],
  [second, { number: '2', text: 'noted with thanks' }],
  [listed, { number: null, text: '' }],
])

/** What the rules ask beside the session. */
export function around(
  now: number,
  items: Surroundings['items'] = agenda,
  comments: ReadonlyMap<CommandId, RecordComment> = new Map(),
): Surroundings {
  return {
    comment: (comment) => comments.get(comment) ?? null,
    part: (key) => parts.get(key) ?? null,
    now: now as Millis,
    items,
    outcome: (outcome) => texts.get(outcome) ?? null,
    action: (action) => (action === task ? { item: two } : null),
    delegation: (delegation) => delegations.find((one) => one.id === delegation) ?? null,
  }
}

/** Somebody in the room. */
export function someone(role: Role | null, name: string, delegation: DelegationFacts | null = null): Actor {
  const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const
  return { role, name, function: 'Delegate', person: `g:${name}` as PersonId, delegation, rules }
}

export const chair = someone('coordinator', 'Clara')
export const rapporteur = someone('rapporteur', 'Ruth')
export const anong = someone('participant', 'Anong', thailand)
export const niran = someone('participant', 'Niran', thailand)
export const nora = someone('participant', 'Nora', norway)
export const olga = someone('observer', 'Olga', campaign)

/** A meeting under the pure rules: who presses what, when. */
export class Room {
  state: SessionState
  now = 1_000_000
  events: readonly SessionEvent[] = []
  comments: ReadonlyMap<CommandId, RecordComment> = new Map()
  private count = 0

  constructor(attribution: Attribution = 'named') {
    this.state = { ...newSession({ ...head, attribution }), reviewing: { item: one, actions: [earlier] } }
  }

  /** Presses, and gives the answer: `ok`, the reason of a no, or its code. */
  press(actor: Actor, draft: CommandDraft): string {
    const answer = this.try(actor, draft)
    return answer.ok ? 'ok' : (answer.refusal.reason ?? answer.refusal.code)
  }

  /** Presses what must be a yes; gives the id of the command. */
  must(actor: Actor, draft: CommandDraft): CommandId {
    const answer = this.press(actor, draft)
    if (answer !== 'ok') throw new Error(`${draft.kind} was refused: ${answer}`)
    return id<CommandId>(1_000 + this.count)
  }

  try(actor: Actor, draft: CommandDraft): Result<readonly SessionEvent[]> {
    this.count += 1
    const decided = decide(this.state, withId(draft, this.count), actor, this.around())
    if (decided.ok) this.happen(decided.value)
    return decided
  }

  /** Works events in, and keeps the comments that they tell of. */
  happen(events: readonly SessionEvent[]): void {
    this.events = events
    this.state = worked(this.state, events)
    for (const event of events) {
      if ('comment' in event) this.comments = new Map(this.comments).set(event.comment.id, event.comment)
    }
  }

  around(): Surroundings {
    return around(this.now, agenda, this.comments)
  }

  /** Another who may press on from here, without moving this one. */
  fork(): Room {
    const { state, now, comments, count } = this
    return Object.assign(new Room(), { state, now, comments, count })
  }

  pass(ms: number): this {
    this.now += ms
    return this
  }

  get here(): Millis {
    return this.now as Millis
  }
}

/** A session after events; a version that is wanted is made, with a fingerprint that only the same text has again. */
export function worked(state: SessionState, events: readonly SessionEvent[]): SessionState {
  return events.reduce((before, event) => {
    const after = evolve(before, event)
    if (event.kind !== 'version.wanted') return after
    const { corrections: _corrections, addition: _addition, ...line } = event.version
    const isSameText = line.kind === 'adopted' || line.kind === 'withdrawn'
    const own = line.number.toString(16).padStart(64, '0')
    const fingerprint = isSameText ? (after.versions.at(-1)?.fingerprint ?? own) : own
    return evolve(after, { kind: 'version.made', line: { ...line, fingerprint } })
  }, state)
}

/** A command with an id that is the same in every run. */
export function withId(draft: CommandDraft, n: number): SessionCommand {
  // A draft is a command less its id.
  return { ...draft, id: id<CommandId>(1_000 + n) } as SessionCommand
}

/** A meeting in session with item 2 open. */
export function inSession(attribution: Attribution = 'named'): Room {
  const room = new Room(attribution)
  room.must(chair, { kind: 'meeting.open' })
  room.must(chair, { kind: 'item.open', item: two, from: null })
  return room
}

/** The agenda as the page has it. */
export const views: readonly ItemView[] = agenda.map((item, index) => ({
  ...item,
  number: String(index + 1),
  order: String(index),
  title: [],
  notes: [],
  lead: null,
  purpose: null,
  papers: [],
  carriedOverFrom: null,
  closed: false,
  progress: 'notBegun',
  usedMs: 0,
  extraMinutes: 0,
  removed: false,
}))

/** The draft of a meeting that has been closed. */
export function drafted(attribution: Attribution = 'named'): Room {
  const room = inSession(attribution)
  room.must(chair, { kind: 'meeting.close' })
  return room
}

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** A deadline so far from the room's present. */
export function inMs(room: Room, ms: number): { readonly deadline: string; readonly timeZone: string } {
  return { deadline: new Date(room.now + ms).toISOString(), timeZone: 'Europe/Zurich' }
}

/** A circulated record, with two days to answer. */
export function circulated(mode: 'silence' | 'decision' = 'silence', attribution: Attribution = 'named'): Room {
  const room = drafted(attribution)
  room.must(chair, { kind: 'record.circulate', ...inMs(room, 2 * dayMs), mode })
  return room
}

/** The fingerprint of what is circulated. */
export function out(room: Room): string {
  const { circulation } = room.state
  if (circulation === null) throw new Error('Nothing is circulated')
  return circulation.fingerprint
}

/** An adopted record. */
export function adopted(attribution: Attribution = 'named'): Room {
  const room = circulated('decision', attribution)
  room.must(chair, { kind: 'record.adopt', seen: out(room) })
  return room
}
