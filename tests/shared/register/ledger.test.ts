import { expect, test } from 'vitest'
import { ledgerLimits } from '../../../shared/register/index.ts'
import { fc } from '../../support/chance.ts'
import { action, item, outcome } from '../../support/exports/records.ts'
import { actor, delegation, GroupBook, type LedgerDraft, meetingWith } from '../../support/register/source.ts'
import { newId } from '../../support/storageSamples.ts'

const thailand = delegation('Thailand', 'THA')
const canada = delegation('Canada', 'CAN')
const chair = actor('coordinator')
const thai = actor('participant', thailand, 'Somchai')
const canadian = actor('participant', canada, 'Claire')
const olga = actor('observer', thailand)

function scene(attribution: 'named' | 'delegationType' | 'none' = 'named', phase: 'adopted' | 'circulated' = 'adopted') {
  const under = item('1', 'Fora')
  const [raise, write] = [
    action(under, 'A1', 'Raise it', { lead: { delegation: thailand.id } }),
    action(under, 'A2', 'Write', { lead: { words: 'all' }, partners: [{ delegation: thailand.id }] }),
  ]
  const first = outcome(under, '1.1', 'to meet')
  const removed = outcome(under, null, 'gone', { removed: true })
  const parts = { items: [under], actions: [raise, write], outcomes: [first, removed] }
  const old = meetingWith({ ...parts, head: { attribution, startsAt: '2002-05-27' }, session: { phase } })
  const next = outcome(under, '1.1', 'to meet twice')
  const later = meetingWith({ items: [under], outcomes: [next], head: { startsAt: '2002-09' }, session: { phase: 'draft' } })
  return { book: new GroupBook([old, later]), old, later, raise, write, first, removed, next }
}

function progress({ old, raise }: ReturnType<typeof scene>, said: Partial<LedgerDraft> = {}): LedgerDraft {
  return { kind: 'action.progress', action: raise.id, meeting: old.meetingId, status: 'inProgress', ...said } as LedgerDraft
}

test('[REG1] progress is noted by the office and by delegations that lead the action or are partners in it, and by nobody else', () => {
  const at = scene()
  const { book, old, write } = at
  for (const who of [chair, actor('rapporteur'), thai]) expect(book.run(who, progress(at))).toMatch(/^[\w-]{22}$/)
  expect(book.run(thai, progress(at, { action: write.id }))).toMatch(/^[\w-]{22}$/)
  expect(book.run(canadian, progress(at))).toBe('notYourAction')
  expect(book.run(actor('participant'), progress(at))).toBe('notYourAction')
  expect(book.run(olga, progress(at))).toBe('forbidden')
  expect(book.run(thai, { kind: 'outcome.implement', outcome: newId(), meeting: old.meetingId })).toBe('forbidden')
  expect(book.state.facts.size).toBe(4)
})

test('[REG2] before its record is adopted an action has its status in the record: the register says so and keeps nothing', () => {
  const at = scene('named', 'circulated')
  const { book, old, later, first, next } = at
  expect(book.run(chair, progress(at))).toBe('notAdopted')
  expect(book.run(chair, { kind: 'outcome.implement', outcome: first.id, meeting: old.meetingId })).toBe('notAdopted')
  const by = { outcome: next.id, meeting: later.meetingId }
  expect(book.run(chair, { kind: 'outcome.supersede', outcome: first.id, meeting: old.meetingId, by })).toBe('notAdopted')
  expect(book.state).toEqual(new GroupBook([]).state)
})

test('[REG3] progress says a status, a word, or both; what is not in the record cannot have any', () => {
  const at = scene()
  const { book, old, later, raise } = at
  expect(book.run(chair, progress(at, { status: null }))).toBe('nothingSaid')
  expect(book.run(chair, progress(at, { status: null, note: 'Raised it in Manila.' }))).toMatch(/^[\w-]{22}$/)
  expect(book.run(chair, progress(at, { action: newId() }))).toBe('notInRecord')
  expect(book.run(chair, progress(at, { meeting: later.meetingId, action: raise.id }))).toBe('notInRecord')
  expect(book.run(chair, progress(at, { meeting: newId() }))).toBe('notInRecord')
  const [fact] = book.state.facts.values()
  expect(fact).toMatchObject({ kind: 'progress', status: null, note: 'Raised it in Manila.', meeting: old.meetingId })
})

test.each([
  ['named', { role: 'participant', name: 'Somchai', delegation: { name: 'Thailand', code: 'THA' }, type: 'state' }],
  ['delegationType', { role: null, name: null, delegation: null, type: 'state', person: null }],
  ['none', { role: null, name: null, delegation: null, type: null, person: null }],
] as const)('[REG4] who gave progress is kept as the rule of the meeting lets it be kept: %s', (attribution, by) => {
  const at = scene(attribution)
  at.book.run(thai, progress(at, { note: 'Done by us' }))
  const [fact] = at.book.state.facts.values()
  expect(fact?.by).toMatchObject(by)
  if (attribution !== 'named') expect(JSON.stringify(fact)).not.toMatch(new RegExp(`Somchai|Thailand|${thai.person}|participant`))
  else expect(fact?.by.person).toBe(thai.person)
})

test('[REG5] progress is taken back by whoever gave it, their delegation or the office; where it is not kept whose it is, by the office', () => {
  const at = scene()
  const { book } = at
  const colleague = actor('participant', thailand, 'Nok')
  const given = () => book.run(thai, progress(at)) as never
  for (const who of [thai, colleague, chair])
    expect(book.run(who, { kind: 'progress.withdraw', fact: given() })).toMatch(/^[\w-]{22}$/)
  expect(book.state.facts.size).toBe(0)
  const fact = given()
  expect(book.run(canadian, { kind: 'progress.withdraw', fact })).toBe('notYourFact')
  expect(book.run(chair, { kind: 'fact.withdraw', fact })).toBe('otherFact')
  expect(book.run(chair, { kind: 'progress.withdraw', fact: newId() })).toBe('unknownFact')
  const nameless = scene('none')
  const said = nameless.book.run(thai, progress(nameless)) as never
  expect(nameless.book.run(thai, { kind: 'progress.withdraw', fact: said })).toBe('notYourFact')
  expect(nameless.book.run(chair, { kind: 'progress.withdraw', fact: said })).toMatch(/^[\w-]{22}$/)
  expect(nameless.book.run(chair, { kind: 'progress.withdraw', fact: said })).toBe('unknownFact')
})

test('[REG6] an outcome is superseded once, by an outcome that is there, never by itself and never by one of an earlier meeting', () => {
  const { book, old, later, first, removed, next } = scene()
  const of = (one: { id: never | string }, meeting = old.meetingId) => ({ outcome: one.id as never, meeting })
  const supersede = (one: ReturnType<typeof of>, by: ReturnType<typeof of>) =>
    book.run(chair, { kind: 'outcome.supersede', ...one, by })
  expect(supersede(of(first), of(first))).toBe('supersedesItself')
  expect(supersede(of(first), of(removed))).toBe('notInRecord')
  expect(supersede(of({ id: newId() }), of(first))).toBe('notInRecord')
  expect(supersede(of(next, later.meetingId), of(first))).toBe('notAdopted')
  const fact = supersede(of(first), of(next, later.meetingId))
  expect(fact).toMatch(/^[\w-]{22}$/)
  expect(supersede(of(first), of(next, later.meetingId))).toBe('alreadySuperseded')
  expect(book.run(chair, { kind: 'progress.withdraw', fact: fact as never })).toBe('otherFact')
  expect(book.run(chair, { kind: 'fact.withdraw', fact: fact as never })).toMatch(/^[\w-]{22}$/)
  expect(book.run(chair, { kind: 'fact.withdraw', fact: fact as never })).toBe('unknownFact')
  expect(supersede(of(first), of(next, later.meetingId))).toMatch(/^[\w-]{22}$/)
  expect(book.run(chair, { kind: 'outcome.implement', ...of(first) })).toMatch(/^[\w-]{22}$/)
  expect(book.run(chair, { kind: 'outcome.implement', ...of(first) })).toBe('alreadyImplemented')
  expect(book.run(chair, { kind: 'outcome.implement', ...of(removed) })).toBe('notInRecord')
  const under = item('1', 'Fora')
  const early = outcome(under, '1.1', 'before')
  const before = meetingWith({ items: [under], outcomes: [early], head: { startsAt: '2001' } })
  const other = new GroupBook([old, before])
  const by = of(early, before.meetingId)
  expect(other.run(chair, { kind: 'outcome.supersede', ...of(first), by })).toBe('supersededByEarlier')
})

test('[REG7] whatever is superseded by whatever in whichever order, no row of successors ever comes round', () => {
  const under = item('1', 'Fora')
  const outcomes = Array.from({ length: 8 }, (_, n) => outcome(under, `1.${n}`, `words ${n}`))
  const only = meetingWith({ items: [under], outcomes })
  const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 60 })
  const reasons = new Set<string>()
  fc.assert(
    fc.property(pairs, (asked) => {
      const book = new GroupBook([only])
      const id = (n: number) => outcomes[n]?.id as never
      for (const [one, other, isTakenBack] of asked) {
        const by = { outcome: id(other), meeting: only.meetingId }
        const done = book.run(chair, { kind: 'outcome.supersede', outcome: id(one), meeting: only.meetingId, by })
        if (!/^[\w-]{22}$/.test(done)) reasons.add(done)
        else if (isTakenBack) book.run(chair, { kind: 'fact.withdraw', fact: done as never })
      }
      const next = new Map(
        [...book.state.facts.values()].flatMap((fact) =>
          fact.kind === 'superseded' ? [[fact.outcome, fact.successor.outcome]] : [],
        ),
      )
      for (const start of next.keys()) {
        let at: string | undefined = start
        for (let steps = 0; at !== undefined && steps <= outcomes.length; steps += 1) at = next.get(at as never)
        expect(at).toBeUndefined()
      }
      expect(new Set([...next.keys()]).size).toBe(next.size)
    }),
  )
  expect([...reasons].sort()).toEqual(['alreadySuperseded', 'supersedesInCircle', 'supersedesItself'])
})

test('[REG14] whose seat is good for one meeting states and takes back facts of that meeting alone, and settles nothing for the group', () => {
  const at = scene()
  const { book, old, later, first } = at
  const guest = { ...actor('rapporteur'), onlyMeeting: later.meetingId }
  const own = { ...guest, onlyMeeting: old.meetingId }
  const said = book.run(chair, progress(at)) as never
  const fact = book.run(chair, { kind: 'outcome.implement', outcome: first.id, meeting: old.meetingId }) as never
  expect(book.run(guest, { kind: 'progress.withdraw', fact: said })).toBe('unknownFact')
  expect(book.run(guest, { kind: 'fact.withdraw', fact })).toBe('unknownFact')
  expect(book.run(own, { kind: 'progress.withdraw', fact: said })).toMatch(/^[\w-]{22}$/)
  expect(book.run(own, { kind: 'fact.withdraw', fact })).toMatch(/^[\w-]{22}$/)
  const line = { title: 'Fora', purpose: null, minutes: null }
  const proposal = book.run(own, { kind: 'backlog.propose', ...line, why: 'Put off' }) as never
  const forGroup: readonly LedgerDraft[] = [
    { kind: 'backlog.decline', proposal, why: 'No' },
    { kind: 'backlog.take', proposal, meeting: old.meetingId },
    { kind: 'backlog.move', proposal, after: null },
    { kind: 'template.save', template: newId(), name: 'Mine', items: [line] },
    { kind: 'template.remove', template: newId() },
  ]
  for (const draft of forGroup) expect(book.run(own, draft)).toBe('forbidden')
  expect(book.run(own, { kind: 'backlog.withdraw', proposal })).toMatch(/^[\w-]{22}$/)
})

test('[REG8] the ledger of one group is bounded: beyond its limits a command is refused and the rest stands', () => {
  const at = scene()
  const { book, old, first } = at
  for (let n = 0; n < ledgerLimits.progress; n += 1) expect(book.run(chair, progress(at))).toMatch(/^[\w-]{22}$/)
  expect(book.run(chair, progress(at))).toBe('ledgerFull')
  const [fact] = book.state.facts.values()
  if (fact === undefined) throw new Error('Nothing was stated')
  const full = new Map(Array.from({ length: ledgerLimits.facts }, (_, n) => [`${n}`, { ...fact, action: newId() }] as const))
  book.state = { ...book.state, facts: full as never }
  expect(book.run(chair, progress(at))).toBe('ledgerFull')
  expect(book.run(chair, { kind: 'outcome.implement', outcome: first.id, meeting: old.meetingId })).toBe('ledgerFull')
  expect(book.state.facts.size).toBe(ledgerLimits.facts)
})
