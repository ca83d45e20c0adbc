import { expect, test } from 'vitest'
import { visibleTo } from '../../../shared/access/index.ts'
import type { Millis } from '../../../shared/base/index.ts'
import { type ActionRow, actionRows, outcomeRows, passesAction, passesOutcome } from '../../../shared/register/index.ts'
import { action, item, moment, outcome } from '../../support/exports/records.ts'
import { actor, delegation, GroupBook, hour, type meetingWith as Meeting, meetingWith } from '../../support/register/source.ts'

const canada = delegation('Canada', 'CAN')
const thailand = delegation('Thailand', 'THA')
const chair = actor('coordinator')
const under = item('1', 'Fora')
const day = 86_400_000

function numbers(rows: readonly ActionRow[]): readonly string[] {
  return rows.map(({ number, group }) => `${number} ${group}`)
}

function due(number: string, date: string) {
  return action(under, number, number, { due: { date } })
}

test('[REG20] an action is overdue when its whole day, month or year is past in the zone of its meeting, and not before', () => {
  const dates = ['2002-09-30', '2002-10-01', '2002-09', '2002-10', '2001', '2002', '2002-02-28']
  const actions = dates.map((date, n) => due(`A${n + 1}`, date))
  const overdue = (now: string, timeZone: string | null) => {
    const book = new GroupBook([meetingWith({ items: [under], actions, head: { timeZone } })])
    return actionRows(book.source(), Date.parse(now) as Millis)
      .filter((row) => row.overdue)
      .map((row) => row.due !== null && 'date' in row.due && row.due.date)
  }
  const past = ['2001', '2002-02-28', '2002-09-30', '2002-09']
  expect(overdue('2002-10-01T09:00:00Z', 'Europe/Zurich')).toEqual(past)
  expect(overdue('2002-09-30T23:00:00Z', 'Europe/Zurich')).toEqual(past)
  expect(overdue('2002-09-30T23:00:00Z', 'America/New_York')).toEqual(['2001', '2002-02-28'])
  expect(overdue('2002-09-30T23:59:00Z', null)).toEqual(['2001', '2002-02-28'])
  expect(overdue('2002-09-30T23:59:00Z', 'No/Such_Zone')).toEqual(['2001', '2002-02-28'])
  expect(overdue('2003-01-01T00:30:00Z', 'UTC')).toHaveLength(dates.length)
})

test('[REG21] actions stand in the order of the list: overdue, before the next meeting, later, by an event, without a date, done lately, closed', () => {
  const event = { due: { event: 'the Review Conference' } }
  const done = { status: 'done' } as const
  const held = meetingWith({
    items: [under],
    actions: [
      action(under, 'A1', 'closed', { status: 'dropped', due: { date: '2001' } }),
      action(under, 'A2', 'done', done),
      action(under, 'A3', 'none'),
      action(under, 'A4', 'event', event),
      due('A5', '2003-05-31'),
      due('A6', '2002-11-29'),
      due('A7', '2002-10-31'),
      due('A8', '2002-08-30'),
      due('A9', '2002-11'),
    ],
    head: { startsAt: '2002-09-16T13:15' },
  })
  const long = meetingWith({ items: [under], actions: [action(under, 'A1', 'long done', done)], head: { startsAt: '2001-01' } })
  const next = meetingWith({ head: { startsAt: '2002-11-30' }, session: { phase: 'planned' } })
  const missed = meetingWith({ head: { startsAt: '2002-09-20' }, session: { phase: 'planned' } })
  const book = new GroupBook([next, missed, held, long])
  expect(numbers(actionRows(book.source(), hour))).toEqual([
    'A8 overdue',
    'A7 beforeNext',
    'A6 beforeNext',
    'A9 beforeNext',
    'A5 later',
    'A4 byEvent',
    'A3 none',
    'A2 doneLately',
    'A1 closed',
    'A1 closed',
  ])
  const alone = new GroupBook([held])
  // Where no next meeting is known, nothing is said to be before it.
  expect(actionRows(alone.source(), hour).filter(({ group }) => group === 'beforeNext')).toEqual([])
})

test('[REG22] the status of an action is the latest that was said: in the register, by a later meeting, else in the record', () => {
  const task = action(under, 'A1', 'Raise it', { lead: { delegation: thailand.id } })
  const old = meetingWith({ items: [under], actions: [task], head: { startsAt: '2002-05-27' } })
  const said = { action: task.id, meeting: old.meetingId, actor: { role: 'rapporteur', name: 'Ruth' } } as const
  const reviews = [{ ...said, status: 'done', note: 'As reported', at: (hour + 2 * day) as Millis }] as const
  const reviewing = { item: under.id, actions: [] }
  const later = meetingWith({ items: [under], session: { reviews, reviewing, phase: 'draft' }, head: { startsAt: '2002-10-03' } })
  const of = (book: GroupBook) => {
    const [row] = actionRows(book.source({}, [thailand]), (hour + 5 * day) as Millis)
    if (row === undefined) throw new Error('No row')
    return row
  }
  const book = new GroupBook([later, old])
  expect(of(new GroupBook([old]))).toMatchObject({ status: 'open', progress: [], lead: { name: 'Thailand', code: 'THA' } })
  const progress = { kind: 'action.progress', action: task.id, meeting: old.meetingId } as const
  book.run(actor('participant', thailand, 'Somchai'), { ...progress, status: 'inProgress', note: 'Begun' })
  expect(of(book)).toMatchObject({
    status: 'done',
    group: 'doneLately',
    progress: [
      { status: 'inProgress', note: 'Begun', where: 'register', by: { name: 'Somchai', delegation: { name: 'Thailand' } } },
      { status: 'done', note: 'As reported', id: null, where: { meetingId: later.meetingId }, by: { name: 'Ruth' } },
    ],
  })
  book.now = (hour + 3 * day) as Millis
  book.run(chair, { ...progress, status: null, note: 'Only a word' })
  expect(of(book).status).toBe('done')
  const again = book.run(chair, { ...progress, status: 'open' }) as never
  expect(of(book)).toMatchObject({ status: 'open', group: 'none' })
  book.run(chair, { kind: 'progress.withdraw', fact: again })
  expect(of(book).status).toBe('done')
  expect(JSON.stringify(of(book))).not.toContain('"person"')
})

test('[REG23] outcomes say their standing and since when, and what later facts say of them: superseded by what, implemented, withdrawn with the record', () => {
  const fixing = { standing: 'agreed', at: moment, actor: { role: 'coordinator', name: null } } as const
  const [first, second] = [
    outcome(under, '1.1', 'to meet', { standing: 'agreed', fixing, actor: { delegation: canada.id } }),
    outcome(under, '1.2', 'to write'),
  ]
  const gone = outcome(under, '1.3', 'gone', { removed: true })
  const place = { paragraphs: { [`outcome:${first.id}`]: '7 bis' } }
  const old = meetingWith(
    { items: [under], outcomes: [first, second, gone], head: { title: 'May', startsAt: '2002-05-27' } },
    place,
  )
  const third = outcome(under, '1.1', 'to meet twice')
  const later = meetingWith({ items: [under], outcomes: [third], head: { title: 'September', startsAt: '2002-09-16' } })
  const lost = meetingWith(
    { items: [under], outcomes: [outcome(under, '1.1', 'void')], head: { startsAt: '2001' } },
    { isWithdrawn: true },
  )
  const book = new GroupBook([old, later, lost])
  const by = { outcome: third.id, meeting: later.meetingId }
  book.run(chair, { kind: 'outcome.supersede', outcome: first.id, meeting: old.meetingId, by, note: 'Twice a year' })
  book.run(chair, { kind: 'outcome.implement', outcome: second.id, meeting: old.meetingId })
  const rows = outcomeRows(book.source({}, [canada]))
  expect(rows.map(({ text, state }) => `${text}: ${state}`)).toEqual([
    'to meet twice: current',
    'to meet: superseded',
    'to write: implemented',
    'void: withdrawn',
  ])
  expect(rows[0]?.supersedes).toMatchObject([{ outcome: first.id, paragraph: '7 bis', meetingTitle: 'May' }])
  expect(rows[1]).toMatchObject({
    paragraph: '7 bis',
    number: '1.1',
    since: new Date(moment).toISOString(),
    actor: { name: 'Canada', delegation: canada.id },
    later: { superseded: { by: { outcome: third.id, meetingTitle: 'September' }, note: 'Twice a year' }, implemented: null },
    address: `/m/${old.meetingId}/record#${first.id}`,
  })
  expect(rows.every(({ mayAddFact }) => mayAddFact)).toBe(true)
  expect(outcomeRows(book.source({ role: 'participant' })).some(({ mayAddFact }) => mayAddFact)).toBe(false)
  // The records themselves are what they were.
  expect(book.records).toEqual([old, later, lost])
})

function asObserver(records: readonly ReturnType<typeof Meeting>[]) {
  return records.map((one) => ({ ...one, record: visibleTo('observer', one.record) }))
}

test('[REG24] of what is closed to observers their registers have no line, no count, and no word of a fact that leads there', () => {
  const secret = item('2', 'Closed', { closed: true })
  const [open, hidden, next] = [
    outcome(under, '1.1', 'open'),
    outcome(secret, '2.1', 'SECRET'),
    outcome(secret, '2.2', 'SECRET too'),
  ]
  const [task, covert] = [action(under, 'A1', 'Open', { outcome: hidden.id }), action(secret, 'A2', 'SECRET')]
  const parts = { items: [under, secret], outcomes: [open, hidden, next], actions: [task, covert] }
  const only = meetingWith({ ...parts, session: { closedItems: [secret.id] } })
  const book = new GroupBook([only])
  const of = { meeting: only.meetingId }
  const by = (one: typeof open) => ({ outcome: one.id, ...of })
  book.run(chair, { kind: 'outcome.supersede', outcome: open.id, ...of, by: by(hidden), note: 'Because of SECRET' })
  book.run(chair, { kind: 'outcome.supersede', outcome: next.id, ...of, by: by(open), note: 'SECRET' })
  book.run(chair, { kind: 'action.progress', action: covert.id, ...of, status: 'done', note: 'SECRET' })
  const seen = new GroupBook(asObserver([only]))
  seen.state = book.state
  const source = seen.source({ role: 'observer' })
  const rows = outcomeRows(source)
  expect(rows.map(({ text }) => text)).toEqual(['open'])
  expect(rows[0]).toMatchObject({ state: 'superseded', supersedes: [], later: { superseded: { by: null, note: null } } })
  expect(actionRows(source, hour)).toMatchObject([{ action: task.id, outcome: null, mayProgress: false }])
  const all = JSON.stringify([rows, actionRows(source, hour)])
  expect(all).not.toMatch(new RegExp(`SECRET|${hidden.id}|${next.id}|${covert.id}`))
  expect(outcomeRows(book.source())).toHaveLength(3)
})

test('[REG25] whether one may note progress or state a fact is said with each line, for the person who asks', () => {
  const task = action(under, 'A1', 'Raise it', { partners: [{ delegation: thailand.id }] })
  const adopted = meetingWith({ items: [under], actions: [task] })
  const may = (record: typeof adopted, reader: Parameters<GroupBook['source']>[0]) =>
    actionRows(new GroupBook([record]).source(reader), hour)[0]?.mayProgress
  expect(may(adopted, {})).toBe(true)
  expect(may(adopted, { role: 'participant', delegation: thailand.id })).toBe(true)
  expect(may(adopted, { role: 'participant', delegation: canada.id })).toBe(false)
  expect(may(adopted, { role: 'observer', delegation: thailand.id })).toBe(false)
  expect(may(meetingWith({ items: [under], actions: [task], session: { phase: 'circulated' } }), {})).toBe(false)
  const book = new GroupBook([adopted])
  const thai = actor('participant', thailand)
  book.run(thai, { kind: 'action.progress', action: task.id, meeting: adopted.meetingId, status: 'done' })
  const mayWithdraw = (reader: Parameters<GroupBook['source']>[0]) =>
    actionRows(book.source(reader), hour)[0]?.progress[0]?.mayWithdraw
  expect(mayWithdraw({})).toBe(true)
  expect(mayWithdraw({ role: 'participant', person: thai.person })).toBe(true)
  expect(mayWithdraw({ role: 'participant', delegation: canada.id })).toBe(false)
  expect(mayWithdraw({ role: 'observer', delegation: thailand.id })).toBe(false)
})

test('[REG26] filters take one or several values, fold accents and case, and let partial dates pass where they may fit', () => {
  const fields = [
    outcome(under, '1.1', 'Réunion à Genève', { kind: 'agreed', standing: 'agreed', actor: { delegation: canada.id } }),
    outcome(under, '1.2', 'Другая встреча', { kind: 'Noted', standing: null }),
  ]
  const september = meetingWith({ items: [under], outcomes: fields, head: { startsAt: '2002-09' } })
  const unknown = meetingWith({ items: [under], outcomes: [outcome(under, '1.1', 'undated', { standing: 'bracketed' })] })
  const rows = outcomeRows(new GroupBook([september, unknown]).source({}, [canada]))
  const texts = (ask: Parameters<typeof passesOutcome>[0], ours: string | null = null) =>
    rows.filter(passesOutcome(ask, ours)).map(({ text }) => text)
  const [geneva, other] = ['Réunion à Genève', 'Другая встреча']
  expect(texts({ q: 'GENEVE reunion' })).toEqual([geneva])
  expect(texts({ q: 'ВСТРЕЧА' })).toEqual([other])
  expect(texts({ q: 'canada' })).toEqual([geneva])
  expect(texts({ kind: 'noted, agreed' })).toHaveLength(2)
  expect(texts({ standing: 'notStated,bracketed' })).toHaveLength(2)
  expect(texts({ from: '2002-09-20', to: '2002-09-21' })).toHaveLength(2)
  expect(texts({ from: '2002-10' })).toEqual([])
  expect(texts({ to: '2002' })).toHaveLength(2)
  expect(texts({ meeting: unknown.meetingId })).toEqual(['undated'])
  expect(texts({ delegation: 'ours' }, canada.id)).toEqual([geneva])
  expect(texts({ delegation: 'ours' })).toEqual([])
  expect(texts({ delegation: canada.id })).toEqual([geneva])
  expect(texts({ state: 'superseded' })).toEqual([])
})

test('[REG27] actions are found by lead, partner, either of them, "ours", status and when they are due', () => {
  const actions = [
    action(under, 'A1', 'led', { lead: { delegation: thailand.id }, due: { date: '2002-10-20' } }),
    action(under, 'A2', 'shared', { partners: [{ delegation: thailand.id }], due: { date: '2003' } }),
    action(under, 'A3', 'by event', { due: { event: 'the Review Conference' } }),
    action(under, 'A4', 'whenever', { status: 'inProgress' }),
    action(under, 'A5', 'late', { due: { date: '2002-01' } }),
    action(under, 'A6', 'over', { status: 'done', due: { date: '2002-01' } }),
  ]
  const rows = actionRows(new GroupBook([meetingWith({ items: [under], actions })]).source(), hour)
  const found = (ask: Parameters<typeof passesAction>[0], ours: string | null = null) =>
    rows
      .filter(passesAction(ask, ours, hour))
      .map(({ number }) => number)
      .sort()
  expect(found({ lead: thailand.id })).toEqual(['A1'])
  expect(found({ partner: thailand.id })).toEqual(['A2'])
  expect(found({ delegation: 'ours' }, thailand.id)).toEqual(['A1', 'A2'])
  expect(found({ delegation: 'ours' })).toEqual([])
  expect(found({ due: 'overdue' })).toEqual(['A5'])
  expect(found({ due: 'soon' })).toEqual(['A1'])
  expect(found({ due: 'later,none' })).toEqual(['A2', 'A3', 'A4'])
  expect(found({ status: 'inProgress,done' })).toEqual(['A4', 'A6'])
  expect(found({ group: 'closed,byEvent' })).toEqual(['A3', 'A6'])
  expect(found({ q: 'SHARED' })).toEqual(['A2'])
})
