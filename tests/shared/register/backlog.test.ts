import { expect, test } from 'vitest'
import { ledgerLimits } from '../../../shared/register/index.ts'
import { actor, delegation, GroupBook, meetingWith } from '../../support/register/source.ts'
import { newId } from '../../support/storageSamples.ts'

const thailand = delegation('Thailand', 'THA')
const chair = actor('coordinator')
const thai = actor('participant', thailand, 'Somchai')
const stranger = actor('participant', delegation('Canada', 'CAN'))
const line = { title: 'Regional fora', purpose: 'discuss', minutes: 20 } as const
const isDone = /^[\w-]{22}$/

function propose(book: GroupBook, who = thai): never {
  return book.run(who, { kind: 'backlog.propose', ...line, why: 'It was put off twice.' }) as never
}

test('[REG11] delegations propose items for later meetings, and take back their own; the office takes them up or declines with a word why', () => {
  const planned = meetingWith({ session: { phase: 'planned' } })
  const book = new GroupBook([planned])
  const proposal = propose(book)
  expect(book.state.proposals).toMatchObject([
    { id: proposal, ...line, by: { name: 'Somchai', delegation: { code: 'THA' } }, settled: null },
  ])
  expect(book.run(actor('observer'), { kind: 'backlog.propose', ...line, why: 'x' })).toBe('forbidden')
  expect(book.run(stranger, { kind: 'backlog.withdraw', proposal })).toBe('notYourProposal')
  expect(book.run(thai, { kind: 'backlog.decline', proposal, why: 'no' })).toBe('forbidden')
  expect(book.run(actor('participant', thailand), { kind: 'backlog.withdraw', proposal })).toMatch(isDone)
  expect(book.run(thai, { kind: 'backlog.withdraw', proposal })).toBe('alreadySettled')
  const second = propose(book)
  expect(book.run(chair, { kind: 'backlog.take', proposal: second, meeting: newId() })).toBe('unknownMeeting')
  expect(book.run(chair, { kind: 'backlog.take', proposal: second, meeting: planned.meetingId })).toMatch(isDone)
  const third = propose(book)
  expect(book.run(chair, { kind: 'backlog.decline', proposal: third, why: 'Settled by letter.' })).toMatch(isDone)
  expect(book.run(chair, { kind: 'backlog.decline', proposal: newId(), why: 'x' })).toBe('unknownProposal')
  expect(book.state.proposals.map(({ settled }) => settled)).toMatchObject([
    { how: 'withdrawn' },
    { how: 'taken', meeting: planned.meetingId },
    { how: 'declined', why: 'Settled by letter.' },
  ])
})

test('[REG12] the office gives the backlog its order', () => {
  const book = new GroupBook([])
  const [one, two, three] = [propose(book), propose(book), propose(book)]
  const order = () => book.state.proposals.map(({ id }) => id)
  expect(book.run(thai, { kind: 'backlog.move', proposal: three, after: null })).toBe('forbidden')
  expect(book.run(chair, { kind: 'backlog.move', proposal: three, after: null })).toMatch(isDone)
  expect(order()).toEqual([three, one, two])
  expect(book.run(chair, { kind: 'backlog.move', proposal: three, after: two })).toMatch(isDone)
  expect(order()).toEqual([one, two, three])
  for (const after of [two, three]) expect(book.run(chair, { kind: 'backlog.move', proposal: three, after })).toBe('sameOrder')
  expect(book.run(chair, { kind: 'backlog.move', proposal: three, after: newId() })).toBe('unknownProposal')
})

test('[REG13] templates are kept, replaced and let go by the office; backlog and templates have their limits', () => {
  const book = new GroupBook([])
  const template = newId<never>()
  const items = [{ title: 'Opening', purpose: null, minutes: 5, children: [{ title: 'Welcome', purpose: null, minutes: null }] }]
  expect(book.run(thai, { kind: 'template.save', template, name: 'Usual', items })).toBe('forbidden')
  expect(book.run(chair, { kind: 'template.save', template, name: 'Usual', items })).toMatch(isDone)
  expect(book.run(chair, { kind: 'template.save', template, name: 'Usual agenda', items: [line] })).toMatch(isDone)
  expect(book.state.templates).toMatchObject([{ id: template, name: 'Usual agenda', items: [{ ...line, children: [] }] }])
  expect(book.run(chair, { kind: 'template.remove', template })).toMatch(isDone)
  expect(book.run(chair, { kind: 'template.remove', template })).toBe('unknownTemplate')
  for (let n = 0; n < ledgerLimits.templates; n += 1)
    book.run(chair, { kind: 'template.save', template: newId(), name: 'T', items })
  expect(book.run(chair, { kind: 'template.save', template: newId(), name: 'T', items })).toBe('templatesFull')
  for (let n = 0; n < ledgerLimits.proposals; n += 1) propose(book)
  expect(propose(book)).toBe('backlogFull')
})
