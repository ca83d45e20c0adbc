import * as Y from 'yjs'
import type { ActionId, DelegationId, ItemId, OutcomeId } from '../../shared/base/index.ts'
import { applyEdit, type Due, type RecordEdit } from '../../shared/record/index.ts'
import { type MeetingWorld, meetingWorld, stockClient } from './meetingWorld.ts'
import { newId } from './storageSamples.ts'

/** What a meeting of the past left behind. */
interface Past {
  readonly title: string
  readonly startsAt: string
  readonly formalMeeting: string
  readonly symbol: string
  readonly items: readonly {
    readonly title: string
    readonly notes?: string
    readonly outcomes?: readonly { readonly kind: string; readonly text: string }[]
    readonly actions?: readonly {
      readonly task: string
      readonly lead: string
      readonly partners?: readonly string[]
      readonly due?: Due
      readonly status?: 'open' | 'inProgress' | 'done'
    }[]
  }[]
  readonly present: readonly string[]
}

/** A group with two adopted records behind it and a meeting in session. */
export interface YearsWorld extends MeetingWorld {
  /** January and May 2002. */
  readonly past: readonly PastMeeting[]
  readonly delegations: ReadonlyMap<string, DelegationId>
  /** Runs a command of a meeting over HTTP. */
  run(meetingId: string, draft: Readonly<Record<string, unknown>>): Promise<void>
  /** States a later fact; gives its id. */
  state(draft: Readonly<Record<string, unknown>>): Promise<string>
}

export interface PastMeeting {
  readonly meetingId: string
  readonly items: readonly ItemId[]
  readonly outcomes: readonly OutcomeId[]
  readonly actions: readonly ActionId[]
  readonly fingerprint: string
}

const january: Past = {
  title: 'First meeting of 2002',
  startsAt: '2002-01-28T13:15',
  formalMeeting: 'Standing Committees, January 2002',
  symbol: 'UCG/2002/1',
  items: [
    {
      title: 'Reaching states that do not come to Geneva',
      notes: 'Several delegations spoke of the café talks in Phnom Penh.',
      outcomes: [
        { kind: 'noted', text: 'the value of regional fora in reaching states that do not take part in the meetings in Geneva.' },
      ],
      actions: [{ task: 'Report on contacts made since January', lead: 'ICBL', due: { date: '2002-05-27' }, status: 'done' }],
    },
  ],
  present: ['CAN', 'THA', 'ISU'],
}

const may: Past = {
  title: 'Second meeting of 2002',
  startsAt: '2002-05-27T13:15',
  formalMeeting: 'Standing Committees, May 2002',
  symbol: 'UCG/2002/2',
  items: [
    {
      title: 'Multilateral and regional fora',
      notes: 'Which regional meetings members already attend, and in which of these fora the Convention is on the agenda.',
      outcomes: [
        { kind: 'agreed', text: 'that the use of regional fora would remain a key area of focus for the meeting in September.' },
        { kind: 'recognized', text: 'the importance of continuing efforts with likely candidates.' },
      ],
      actions: [
        {
          task: 'Share with the Group where partner organizations are present in countries of interest',
          lead: 'ICBL',
          partners: ['ISU'],
          due: { date: '2002-08-30' },
          status: 'inProgress',
        },
        {
          task: 'Raise universalization at the next regional forum attended, and report back to the Group',
          lead: 'THA',
          partners: ['CAN'],
          due: { date: '2031-02-03' },
        },
        { task: 'Review progress towards 145 States Parties', lead: 'ISU', due: { event: 'Review Conference' } },
      ],
    },
  ],
  present: ['CAN', 'THA', 'ISU', 'ICBL'],
}

/** Builds it over the doors of a running server; takes it down when the test ends. */
export async function yearsWorld(): Promise<YearsWorld> {
  const world = await meetingWorld({ outcomes: ['to build on the work already started in some fora'] })
  const listed = await world.api('GET', `/groups/${world.groupId}/delegations`)
  const delegations = new Map<string, DelegationId>()
  for (const one of listed.items as readonly { readonly code: string; readonly delegationId: DelegationId }[]) {
    delegations.set(one.code, one.delegationId)
  }
  const run: YearsWorld['run'] = async (meetingId, draft) => {
    await world.api('POST', `/meetings/${meetingId}/commands`, { ...draft, id: newId() })
  }
  const party = (code: string) => ({ delegation: must(delegations.get(code)) })
  const past: PastMeeting[] = []
  for (const one of [january, may]) past.push(await hold(world, one, party, run))
  return {
    ...world,
    past,
    delegations,
    run,
    state: async (draft) => {
      const id = newId<string>()
      await world.api('POST', `/groups/${world.groupId}/commands`, { ...draft, id })
      return id
    },
  }
}

async function hold(
  world: MeetingWorld,
  past: Past,
  party: (code: string) => { readonly delegation: DelegationId },
  run: YearsWorld['run'],
): Promise<PastMeeting> {
  const { title, startsAt, formalMeeting, symbol } = past
  const head = { title, startsAt, formalMeeting, timeZone: 'Europe/Zurich', place: 'Geneva' }
  const meetingId = String((await world.api('POST', `/groups/${world.groupId}/meetings`, head)).meetingId)
  await world.api('PATCH', `/meetings/${meetingId}`, { symbol })
  const [items, outcomes, actions]: [ItemId[], OutcomeId[], ActionId[]] = [[], [], []]
  const edits: RecordEdit[] = []
  const statuses: [ActionId, string][] = []
  for (const item of past.items) {
    const id = newId<ItemId>()
    items.push(id)
    const notes = item.notes === undefined ? {} : { notes: [{ kind: 'paragraph' as const, runs: [{ text: item.notes }] }] }
    edits.push({ kind: 'item.add', id, parent: null, after: 'last', title: item.title, ...notes })
    for (const { kind, text } of item.outcomes ?? []) {
      const outcome = newId<OutcomeId>()
      outcomes.push(outcome)
      edits.push({ kind: 'outcome.add', id: outcome, item: id, after: 'last', values: { kind }, text })
    }
    for (const { task, lead, partners = [], due, status } of item.actions ?? []) {
      const action = newId<ActionId>()
      actions.push(action)
      const values = { lead: party(lead), ...(due === undefined ? {} : { due }) }
      edits.push({ kind: 'action.add', id: action, item: id, after: 'last', values, task })
      for (const code of partners) edits.push({ kind: 'action.addPartner', id: action, partner: party(code) })
      if (status !== undefined) statuses.push([action, status])
    }
  }
  await write(world, meetingId, edits)
  await run(meetingId, { kind: 'meeting.open' })
  for (const code of past.present) await run(meetingId, { kind: 'attendance.set', party: party(code), state: 'present' })
  for (const outcome of outcomes) {
    await run(meetingId, { kind: 'outcome.readOut', outcome })
    await run(meetingId, { kind: 'outcome.agree', outcome })
  }
  for (const [action, status] of statuses) await run(meetingId, { kind: 'action.setStatus', action, status })
  await run(meetingId, { kind: 'meeting.close' })
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  await run(meetingId, { kind: 'record.circulate', deadline, timeZone: 'Europe/Zurich', mode: 'decision' })
  const seen = String((await world.api('GET', `/meetings/${meetingId}/record`)).fingerprint)
  await run(meetingId, { kind: 'record.adopt', seen })
  return { meetingId, items, outcomes, actions, fingerprint: seen }
}

/** Writes through the door for stock clients; what a second reader sees has been stored. */
async function write(world: MeetingWorld, meetingId: string, edits: readonly RecordEdit[]): Promise<void> {
  const doc = new Y.Doc()
  const writer = stockClient(world.server.url, meetingId, world.token, doc)
  await new Promise<void>((resolve) => writer.once('sync', () => resolve()))
  for (const edit of edits) {
    const done = applyEdit(doc, edit, 'seed')
    if (!done.ok) throw new Error(done.refusal.message)
  }
  const witness = new Y.Doc()
  const reader = stockClient(world.server.url, meetingId, world.token, witness)
  const sizes = (of: Y.Doc) => ['items', 'outcomes', 'actions'].map((name) => of.getMap(name).size).join()
  const isSame = () => sizes(witness) === sizes(doc) && Y.encodeStateVector(witness).join() === Y.encodeStateVector(doc).join()
  while (!isSame()) await new Promise<void>((resolve) => witness.once('update', () => resolve()))
  for (const client of [writer, reader]) client.destroy()
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there')
  return value
}
