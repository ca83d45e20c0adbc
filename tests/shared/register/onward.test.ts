import { expect, test } from 'vitest'
import type { ActionId, ItemId, MeetingId, Millis, OutcomeId, TargetId } from '../../../shared/base/index.ts'
import type { ActionStatus, MeetingRecord, Proceeding, RecordEdit, SessionFacts } from '../../../shared/record/index.ts'
import { originText } from '../../../shared/record/index.ts'
import {
  changesSince,
  type GroupRecord,
  isOverdue,
  type LedgerState,
  latestStatus,
  newLedger,
  nextSteps,
  openIn,
  openMatters,
} from '../../../shared/register/index.ts'
import { newSession } from '../../../shared/session/index.ts'
import { edit, id, newDoc, read } from '../record/world.ts'
import { head } from '../session/room.ts'

const [first, second] = [id<MeetingId>(901), id<MeetingId>(902)]
const [a, b, c, d] = [id<ItemId>(1), id<ItemId>(2), id<ItemId>(3), id<ItemId>(4)]
const unknown = () => null

const begun: Proceeding = { progress: 'begun', openedAt: 1 as Millis, closedAt: null, usedMs: 5, extraMinutes: 0 }
const putOff: Proceeding = { ...begun, progress: 'putOff', openedAt: null, usedMs: 0 }

function recordOf(meetingId: MeetingId, edits: readonly RecordEdit[], facts: Partial<SessionFacts> = {}): MeetingRecord {
  const doc = newDoc(1)
  edit(doc, ...edits)
  const drafted = read(doc)
  const session = { ...drafted.session, phase: 'adopted' as const, ...facts }
  const items = drafted.items.map((item) => ({
    ...item,
    closed: session.closedItems.includes(item.id),
    progress: session.proceedings[item.id]?.progress ?? ('notBegun' as const),
  }))
  const actions = drafted.actions.map((one) => ({ ...one, status: session.statuses[one.id] ?? one.status }))
  return { ...drafted, meetingId, session, items, actions }
}

function grouped(...records: readonly MeetingRecord[]): readonly GroupRecord[] {
  // Newest first, as they are read.
  return records
    .map((record, place) => ({
      meetingId: record.meetingId,
      createdAt: place as Millis,
      record,
      version: null,
      fingerprint: null,
    }))
    .reverse()
}

const item = (one: ItemId, title: string, more: Partial<Extract<RecordEdit, { kind: 'item.add' }>> = {}): RecordEdit => ({
  kind: 'item.add',
  id: one,
  parent: null,
  after: 'last',
  title,
  ...more,
})

const agenda = [item(a, 'Held'), item(b, 'Put off'), item(c, 'A part', { parent: b }), item(d, 'Not reached')]
const held = { [a]: begun, [b]: putOff }
const openItems = (records: readonly GroupRecord[]) =>
  openMatters(records, unknown).items.map((one) => [one.meeting.meetingId, one.item.id, one.why, one.under])

test('[ONW30] open are the items that were put off, with their parts, and those that a meeting that is over did not reach', () => {
  const record = recordOf(first, agenda, { proceedings: held })
  expect(openItems(grouped(record))).toEqual([
    [first, b, 'putOff', null],
    [first, c, 'putOff', b],
    [first, d, 'notReached', null],
  ])
  // While the room is in session everything may still be reached.
  const running = recordOf(first, agenda, { proceedings: held, phase: 'inSession' })
  expect(openItems(grouped(running)).map(([, one]) => one)).toEqual([b, c])
  // Where no item was ever opened, nothing is known to have been missed; what has results was reached.
  expect(openItems(grouped(recordOf(first, agenda)))).toEqual([])
  const decided = [...agenda, { kind: 'outcome.add', id: id<OutcomeId>(31), item: d, after: 'last', text: 'to go on' } as const]
  expect(openItems(grouped(recordOf(first, decided, { proceedings: held }))).map(([, one]) => one)).toEqual([b, c])
})

test('[ONW31] what stands on a later agenda is open there, and open again where it was when it is taken off', () => {
  const old = recordOf(first, agenda, { proceedings: held })
  const [next, part] = [id<ItemId>(11), id<ItemId>(12)]
  const carried = [
    item(next, 'Put off', { values: { carriedOverFrom: originText(first, b, '2002') } }),
    item(part, 'A part', { parent: next, values: { carriedOverFrom: originText(first, c, '2002') } }),
  ]
  const planned = recordOf(second, carried, { phase: 'planned' })
  expect(openItems(grouped(old, planned)).map(([, one]) => one)).toEqual([d])
  const again = recordOf(second, carried, { proceedings: { [next]: putOff } })
  expect(openItems(grouped(old, again))).toEqual([
    [first, d, 'notReached', null],
    [second, next, 'putOff', null],
    [second, part, 'putOff', next],
  ])
  const removed = recordOf(second, [...carried, { kind: 'item.remove', id: next }, { kind: 'item.remove', id: part }], {
    phase: 'planned',
  })
  expect(openItems(grouped(old, removed)).map(([, one]) => one)).toEqual([b, c, d])
  // Words that somebody typed are no origin.
  const typed = recordOf(second, [item(next, 'Put off', { values: { carriedOverFrom: 'May' } })], { phase: 'planned' })
  expect(openItems(grouped(old, typed)).map(([, one]) => one)).toEqual([b, c, d])
  expect(openIn(openMatters(grouped(old, again), unknown), second).items.map((one) => one.item.id)).toEqual([next, part])
})

const [done, waits] = [id<ActionId>(41), id<ActionId>(42)]
const acting: readonly RecordEdit[] = [
  item(a, 'Held'),
  { kind: 'action.add', id: done, item: a, after: 'last', task: 'Write' },
  { kind: 'action.add', id: waits, item: a, after: 'last', task: 'Ask', values: { due: { date: '2002-02' } } },
]

function ledgerWith(action: ActionId, status: ActionStatus, at: number): LedgerState {
  const by = { role: null, name: null, delegation: null, type: null, person: null }
  const fact = { kind: 'progress' as const, id: id<never>(801), meeting: first, action, status, note: null, at: at as Millis, by }
  return { ...newLedger(), seq: 1, facts: new Map([[fact.id, fact]]) }
}

test('[ONW32] an action is open by what was said of it last: by a later meeting, in the register, else in its record', () => {
  const old = recordOf(first, acting)
  const said = (at: number, status: ActionStatus | null) =>
    recordOf(second, [], {
      reviews: [{ action: done, meeting: first, status, note: 'x', at: at as Millis, actor: { role: null, name: null } }],
    })
  const open = (records: readonly GroupRecord[], ledger = newLedger()) =>
    openMatters(records, latestStatus(records, ledger)).actions.map((one) => [one.action.id, one.status])
  expect(open(grouped(old))).toEqual([
    [done, 'open'],
    [waits, 'open'],
  ])
  expect(open(grouped(old, said(5, 'done')))).toEqual([[waits, 'open']])
  expect(open(grouped(old, said(5, null)))).toEqual([
    [done, 'open'],
    [waits, 'open'],
  ])
  expect(open(grouped(old, said(5, 'done')), ledgerWith(done, 'inProgress', 6))).toEqual([
    [done, 'inProgress'],
    [waits, 'open'],
  ])
  expect(open(grouped(old, said(7, 'done')), ledgerWith(done, 'inProgress', 6))).toEqual([[waits, 'open']])
  expect(open(grouped(recordOf(first, acting, { statuses: { [waits]: 'dropped' } })))).toEqual([[done, 'open']])
  // What was withdrawn binds nobody.
  expect(open(grouped(old).map((one) => ({ ...one, isWithdrawn: true })))).toEqual([])
})

test('[ONW33] an action is overdue once all of the stated period is past, in the zone of its meeting; an event has no day', () => {
  const [, late] = openMatters(grouped(recordOf(first, acting)), unknown).actions
  if (late === undefined) throw new Error('Two actions are open')
  const at = (iso: string) => Date.parse(iso) as Millis
  expect([isOverdue(late, at('2002-02-28T23:59:00Z')), isOverdue(late, at('2002-03-01T00:01:00Z'))]).toEqual([false, true])
  const inKiritimati = { ...late, meeting: { ...late.meeting, head: { ...head, timeZone: 'Pacific/Kiritimati' } } }
  expect(isOverdue(inKiritimati, at('2002-02-28T10:01:00Z'))).toBe(true)
  const byEvent = { ...late, action: { ...late.action, due: { event: 'the Review Conference' } } }
  expect(isOverdue(byEvent, at('2100-01-01T00:00:00Z'))).toBe(false)
})

test('[ONW34] a target that a later meeting took over word for word is that meeting’s alone', () => {
  const target = (n: number, figure: number): RecordEdit => ({
    kind: 'target.add',
    id: id<TargetId>(n),
    item: a,
    after: 'last',
    what: 'States Parties',
    values: { figure, atLeast: true, event: 'the Review Conference', whose: null },
  })
  const old = recordOf(first, [item(a, 'Figures'), target(51, 120), target(52, 130)])
  const later = recordOf(second, [item(a, 'Figures'), target(53, 120)])
  const targets = openMatters(grouped(old, later), unknown).targets
  expect(targets.map((one) => [one.meeting.meetingId, one.target.id])).toEqual([
    [first, id(52)],
    [second, id(53)],
  ])
})

test('[ONW35] what changed is told from what the reader sees: a later fact about something that is not there is not told', () => {
  const action = recordOf(first, acting, { history: [{ phase: 'adopted', at: 3 as Millis, actor: { role: null, name: null } }] })
  const ledger = ledgerWith(waits, 'done', 9)
  const since = 2 as Millis
  const kinds = (records: readonly GroupRecord[]) =>
    changesSince({ records, ledger, showsBacklog: false }, since).map(({ kind, at }) => [kind, at])
  expect(kinds(grouped(action))).toEqual([
    ['progress', 9],
    ['phase', 3],
  ])
  const less = { ...action, actions: action.actions.filter((one) => one.id !== waits) }
  expect(kinds(grouped(less))).toEqual([['phase', 3]])
  expect(kinds([])).toEqual([])
  expect(changesSince({ records: grouped(action), ledger, showsBacklog: false }, 9 as Millis)).toEqual([])
})

test('[ONW36] the next steps are what the rules ask for: deadlines first, then meeting by meeting, then what lies over all of them', () => {
  const now = Date.parse('2002-06-01T12:00:00Z') as Millis
  const nothing = { items: [], actions: [], targets: [] }
  const open = openMatters(grouped(recordOf(first, acting)), unknown)
  const circulation = (deadline: number, mode: 'silence' | 'decision') =>
    ({
      version: 1,
      fingerprint: '',
      revision: 1,
      at: 0 as Millis,
      deadline: deadline as Millis,
      timeZone: 'UTC',
      mode,
      moved: [],
      isSilenceBroken: false,
    }) as const
  const meeting = (n: number, change: object) => ({ meetingId: id<MeetingId>(n), session: { ...newSession(head), ...change } })
  const steps = (meetings: readonly ReturnType<typeof meeting>[], more = {}) =>
    nextSteps({ meetings, open: nothing, waiting: 0, hasRapporteur: true, now, ...more }).map((step) => step.kind)
  expect(steps([])).toEqual([])
  expect(steps([], { hasRapporteur: false, open, waiting: 1 })).toEqual([
    'askOverdue',
    'findLead',
    'settleProposals',
    'planMeeting',
    'nameRapporteur',
  ])
  const comments = { total: 2, unanswered: 2, objections: 0 }
  expect(
    steps([
      meeting(1, {}),
      meeting(2, { head: { ...head, startsAt: '2002-05' } }),
      meeting(3, { head: { ...head, startsAt: '2002-06' } }),
      meeting(4, { phase: 'draft' }),
      meeting(5, { phase: 'circulated', circulation: circulation(now + 5, 'silence'), comments }),
      meeting(6, { phase: 'circulated', circulation: circulation(now - 5, 'decision') }),
      meeting(7, { phase: 'circulated', circulation: circulation(now + 9, 'silence'), comments: { ...comments, objections: 1 } }),
      meeting(8, { phase: 'adopted' }),
    ]),
  ).toEqual(['adopt', 'answerComments', 'answerObjections', 'setDate', 'openOrMove', 'circulate'])
})
