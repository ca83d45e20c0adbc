import { expect, test } from 'vitest'
import { visibleTo } from '../../../shared/access/index.ts'
import type { Millis } from '../../../shared/base/index.ts'
import type { RichText } from '../../../shared/record/index.ts'
import { actionThread, outcomeThread, type ThreadStep } from '../../../shared/register/index.ts'
import { action, item, line, outcome } from '../../support/exports/records.ts'
import { actor, GroupBook, hour, meetingWith } from '../../support/register/source.ts'

const chair = actor('coordinator', null, 'Claire')
const day = 86_400_000
const at = (text: string) => Date.parse(`${text}T12:00:00Z`) as Millis

function told(steps: readonly ThreadStep[] | undefined): readonly string[] {
  return (steps ?? []).map(({ kind, at: when, words }) => `${when.slice(0, 10)} ${kind}: ${words ?? ''}`)
}

function linkTo(address: string, text = 'see there'): RichText {
  return [
    {
      kind: 'bulletList',
      items: [[{ kind: 'paragraph', runs: [{ text: 'As agreed, ' }, { text, link: `https://group.example.org${address}` }] }]],
    },
  ]
}

test('[REG30] the thread of an outcome tells in order when it was recorded, fixed, adopted, corrected, carried over, superseded, implemented and mentioned', () => {
  const under = item('1', 'Fora')
  const first = outcome(under, '1.1', 'to meet', { kind: 'agreed', standing: 'agreed' })
  const fixings = {
    [first.id]: [{ standing: 'agreed', at: at('2002-05-27'), actor: { role: 'coordinator', name: 'Claire' } }],
  } as const
  const history = [{ phase: 'adopted', at: at('2002-06-10'), actor: { role: 'coordinator', name: null } }] as const
  const may = meetingWith(
    { items: [under], outcomes: [first], head: { title: 'May', startsAt: '2002-05-27' }, session: { fixings, history } },
    { paragraphs: { [`outcome:${first.id}`]: '7 bis' } },
  )
  const origin = `${may.meetingId}/${under.id}`
  const again = item('2', 'Fora', { carriedOverFrom: `${origin} May, 27 May 2002` })
  const notes = linkTo(`/m/${may.meetingId}/record#p7bis`)
  const elsewhere = linkTo(`/m/${may.meetingId}/record#p7`)
  const second = outcome(again, '2.1', 'to meet twice', { kind: 'agreed' })
  const june = meetingWith({
    items: [{ ...again, notes }, item('3', 'Other', { notes: elsewhere })],
    outcomes: [second],
    head: { title: 'September', startsAt: '2002-09-16' },
  })
  const third = item('1', 'Fora', { carriedOverFrom: `${june.meetingId}/${again.id}` })
  const last = outcome(third, '1.1', 'once', { text: linkTo(`/m/${may.meetingId}/record?version=3#${first.id}`, 'once') })
  const next = meetingWith({ items: [third], outcomes: [last], head: { title: 'Next', startsAt: '2003' } })
  const book = new GroupBook([next, june, may])
  const of = { outcome: first.id, meeting: may.meetingId }
  book.now = at('2002-10-01')
  book.run(chair, { kind: 'outcome.supersede', ...of, by: { outcome: second.id, meeting: june.meetingId }, note: 'Twice a year' })
  book.now = at('2003-02-01')
  const by = { outcome: last.id, meeting: next.meetingId }
  book.run(chair, { kind: 'outcome.supersede', outcome: second.id, meeting: june.meetingId, by })
  book.run(chair, { kind: 'outcome.implement', ...of, note: 'Done in Bangkok' })
  const correction = { version: { number: 4, at: at('2002-07-01'), actor: null }, before: 'to met', after: 'to meet' }
  const thread = outcomeThread(book.source(), first.id, hour, [correction])
  expect(told(thread?.steps)).toEqual([
    '2002-05-27 recorded: agreed to meet',
    '2002-05-27 fixed: ',
    '2002-06-10 adopted: ',
    '2002-07-01 corrected: to meet',
    '2002-09-16 carriedOver: Fora',
    '2002-09-16 mentioned: As agreed, see there',
    '2002-09-16 recorded: agreed to meet twice',
    '2002-10-01 superseded: Twice a year',
    '2003 carriedOver: Fora',
    '2003 mentioned: As agreed, once',
    '2003 recorded: recognised As agreed, once',
    '2003-02-01 implemented: Done in Bangkok',
    '2003-02-01 superseded: ',
  ])
  const steps = thread?.steps ?? []
  expect(steps[1]).toMatchObject({ standing: 'agreed', by: { role: 'coordinator', name: 'Claire' }, meetingTitle: 'May' })
  expect(steps[3]).toMatchObject({ before: 'to met', address: `/m/${may.meetingId}/record?version=4#${first.id}` })
  expect(steps[7]).toMatchObject({ other: { outcome: second.id, meetingTitle: 'September' }, by: { name: 'Claire' } })
  const back = outcomeThread(book.source(), last.id, hour, [])
  expect(back?.steps.filter(({ kind }) => kind === 'supersedes').map(({ other }) => other?.outcome)).toEqual([
    first.id,
    second.id,
  ])
  expect(outcomeThread(book.source(), again.id, hour, [])).toBeNull()
})

test('[REG31] the thread of an action goes from its record over the meetings that took it up to what the register says', () => {
  const under = item('1', 'Fora')
  const basis = outcome(under, '1.1', 'to raise it')
  const task = action(under, 'A1', 'Raise it', { outcome: basis.id })
  const may = meetingWith({ items: [under], outcomes: [basis], actions: [task], head: { startsAt: '2002-05-27' } })
  const review = item('1', 'Review of actions')
  const carried = {
    action: task.id,
    meeting: may.meetingId,
    meetingTitle: 'May',
    meetingDate: '2002-05-27',
    number: 'A1',
    task: 'Raise it',
    lead: null,
    due: null,
    status: 'open',
    closed: false,
  } as const
  const said = {
    action: task.id,
    meeting: may.meetingId,
    status: 'inProgress',
    note: 'Half done',
    at: at('2002-09-16'),
    actor: { role: null, name: null },
  } as const
  const september = meetingWith({
    items: [review],
    head: { title: 'September', startsAt: '2002-09-16' },
    session: { reviewing: { item: review.id, actions: [carried] }, reviews: [said] },
  })
  const book = new GroupBook([may, september])
  book.now = (hour + day) as Millis
  book.run(chair, { kind: 'action.progress', action: task.id, meeting: may.meetingId, status: 'done' })
  const thread = actionThread(book.source(), task.id, hour, [])
  expect(told(thread?.steps)).toEqual([
    '2002-05-27 recorded: Raise it',
    '2002-09-16 carriedOver: Raise it',
    '2002-09-16 reviewed: Half done',
    '2002-10-02 progress: ',
  ])
  expect(thread?.steps.at(2)).toMatchObject({
    status: 'inProgress',
    by: null,
    address: `/m/${september.meetingId}/record#${review.id}`,
  })
  expect(thread).toMatchObject({ head: { status: 'done' }, outcome: { outcome: basis.id } })
  expect(outcomeThread(book.source(), basis.id, hour, [])?.actions).toMatchObject([{ action: task.id, status: 'done' }])
})

test('[REG32] what is closed to observers makes no step in their threads, and no thread', () => {
  const [under, secret] = [item('1', 'Fora'), item('2', 'SECRET', { closed: true, carriedOverFrom: null })]
  const first = outcome(under, '1.1', 'to meet')
  const may = meetingWith({ items: [under], outcomes: [first], head: { startsAt: '2002-05-27' } })
  const hidden = outcome(secret, '2.1', 'SECRET')
  const carried = {
    ...secret,
    carriedOverFrom: `${may.meetingId}/${under.id}`,
    notes: linkTo(`/m/${may.meetingId}/record#${first.id}`, 'SECRET'),
  }
  const june = meetingWith({
    items: [carried],
    outcomes: [hidden],
    session: { closedItems: [secret.id] },
    head: { startsAt: '2002-06' },
  })
  const book = new GroupBook([may, june])
  const by = { outcome: hidden.id, meeting: june.meetingId }
  book.run(chair, { kind: 'outcome.supersede', outcome: first.id, meeting: may.meetingId, by, note: 'SECRET' })
  const seen = new GroupBook([may, { ...june, record: visibleTo('observer', june.record) }])
  seen.state = book.state
  const thread = outcomeThread(seen.source({ role: 'observer' }), first.id, hour, [])
  expect(thread?.steps.map(({ kind }) => kind)).toEqual(['recorded', 'superseded'])
  expect(JSON.stringify(thread)).not.toMatch(new RegExp(`SECRET|${hidden.id}`))
  expect(outcomeThread(seen.source({ role: 'observer' }), hidden.id, hour, [])).toBeNull()
  expect(outcomeThread(book.source(), hidden.id, hour, [])?.steps.map(({ kind }) => kind)).toContain('supersedes')
})

test('[REG33] an address is a mention only when it leads to this part of this meeting', () => {
  const under = item('1', 'Fora')
  const first = outcome(under, '1.1', 'to meet')
  const may = meetingWith({ items: [under], outcomes: [first] }, { paragraphs: { [`outcome:${first.id}`]: '7' } })
  const notes = (address: string) => meetingWith({ items: [item('1', 'x', { notes: linkTo(address) })] })
  const other = meetingWith({ items: [item('1', 'x', { notes: line(`/m/${may.meetingId}/record#p7`) })] })
  const count = (...records: ReturnType<typeof notes>[]) =>
    outcomeThread(new GroupBook([may, ...records]).source(), first.id, hour, [])?.steps.filter(({ kind }) => kind === 'mentioned')
      .length
  const path = `/m/${may.meetingId}/record`
  expect(count(notes(`${path}#p7`))).toBe(1)
  expect(count(notes(`${path}?version=2#${first.id}`))).toBe(1)
  expect(count(notes(`${path}#p70`), notes(`${path}`), notes(`/m/${other.meetingId}/record#p7`), other)).toBe(0)
})
