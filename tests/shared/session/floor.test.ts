import { expect, test } from 'vitest'
import type { CommandId } from '../../../shared/base/index.ts'
import {
  evolve,
  isListOpen,
  notSpoken,
  ownRequest,
  type SessionState,
  sessionLimits,
  speakingTimes,
  waiting,
} from '../../../shared/session/index.ts'
import { id } from '../record/world.ts'
import { anong, campaign, chair, inSession, niran, nora, norway, olga, one, type Room, someone, thailand, two } from './room.ts'

const statement = { kind: 'floor.ask', intervention: 'statement' } as const
const order = { kind: 'floor.ask', intervention: 'pointOfOrder' } as const
const names = ({ state }: Room): readonly string[] =>
  waiting(state).map((request) => request.speaker.code ?? request.speaker.name)

test('[SES50] a list belongs to its item: going elsewhere shows that item’s, going back shows it again', () => {
  const room = inSession()
  room.must(anong, statement)
  room.must(chair, { kind: 'floor.closeList' })
  room.must(chair, { kind: 'item.open', item: one, from: two })
  expect([names(room), isListOpen(room.state)]).toEqual([[], true])
  room.must(nora, statement)
  // Thailand waits under item 2 and may ask here, too.
  room.must(niran, statement)
  expect(names(room)).toEqual(['NOR', 'THA'])
  expect(room.press(chair, { kind: 'floor.give', request: room.state.floor.requests[0]?.id ?? id(7), after: null })).toBe(
    'notOnList',
  )
  room.must(chair, { kind: 'item.open', item: two, from: one })
  expect([names(room), isListOpen(room.state)]).toEqual([['THA'], false])
})

test('[SES51] a delegation waits once and once more with a point of order; whoever has no delegation, once as a person', () => {
  const room = inSession()
  room.must(anong, statement)
  expect(room.press(niran, statement)).toBe('alreadyOnList')
  expect(room.press(chair, { ...statement, delegation: thailand.id })).toBe('alreadyOnList')
  room.must(niran, order)
  expect(room.press(anong, order)).toBe('alreadyOnList')
  const [ana, other] = [someone('participant', 'Ana'), { ...someone('participant', 'Ana'), person: nora.person }]
  room.must(ana, statement)
  expect(room.press(ana, statement)).toBe('alreadyOnList')
  room.must(other, statement)
  expect(room.press(chair, { ...statement, name: 'Ana' })).toBe('alreadyOnList')
  room.must(chair, { ...statement, name: 'The Secretariat' })
  expect(room.press(chair, { ...statement, name: 'The Secretariat' })).toBe('alreadyOnList')
  expect(names(room)).toEqual(['THA', 'THA', 'Ana', 'Ana', 'The Secretariat'])
})

test('[SES52] points of order stand before all others in their own order, also when somebody is moved', () => {
  const room = inSession()
  const first = room.must(anong, statement)
  const second = room.must(nora, statement)
  room.must(olga, order)
  const last = room.must(nora, order)
  expect(names(room)).toEqual(['ICB', 'NOR', 'THA', 'NOR'])
  room.must(chair, { kind: 'floor.move', request: second, before: first })
  expect(names(room)).toEqual(['ICB', 'NOR', 'NOR', 'THA'])
  // To the very top: as far as the points of order let it.
  room.must(chair, { kind: 'floor.move', request: first, before: waiting(room.state)[0]?.id ?? null })
  expect(names(room)).toEqual(['ICB', 'NOR', 'THA', 'NOR'])
  room.must(chair, { kind: 'floor.move', request: last, before: waiting(room.state)[0]?.id ?? null })
  expect(names(room)).toEqual(['NOR', 'ICB', 'THA', 'NOR'])
  room.must(chair, { kind: 'floor.move', request: last, before: null })
  expect(names(room)).toEqual(['ICB', 'NOR', 'THA', 'NOR'])
})

test('[SES53] a closed list takes points of order from everybody, and anything that the chair enters', () => {
  const room = inSession()
  room.must(chair, { kind: 'floor.closeList' })
  expect(room.press(anong, statement)).toBe('listClosed')
  expect(room.press(anong, { kind: 'floor.ask', intervention: 'reply' })).toBe('listClosed')
  room.must(anong, order)
  room.must(chair, { kind: 'floor.ask', intervention: 'reply', delegation: norway.id })
  expect(names(room)).toEqual(['THA', 'NOR'])
})

test('[SES54] only the chair asks for somebody else, and only for whoever there is', () => {
  const room = inSession()
  expect(room.press(anong, { ...statement, delegation: norway.id })).toBe('forbidden')
  expect(room.press(olga, { ...statement, name: 'Olga' })).toBe('forbidden')
  expect(room.press(chair, { ...statement, delegation: id(7) })).toBe('unknownDelegation')
  expect(room.press(chair, { ...statement, delegation: norway.id, name: 'Nora' })).toBe('forOneOnly')
  room.must(chair, { ...statement, delegation: norway.id, onBehalfOf: 'the Nordic States' })
  expect(waiting(room.state)[0]).toMatchObject({
    person: null,
    speaker: { delegation: norway.id, name: 'Norway', code: 'NOR', type: 'state' },
    onBehalfOf: 'the Nordic States',
    asObserver: false,
  })
  room.must(olga, statement)
  expect(waiting(room.state)[1]).toMatchObject({ person: olga.person, asObserver: true, item: two })
})

test('[SES55] a request is taken back by whoever made it, by their delegation, or by the chair', () => {
  const room = inSession()
  const request = room.must(anong, statement)
  expect(room.press(nora, { kind: 'floor.withdraw', request })).toBe('notYours')
  room.must(niran, { kind: 'floor.withdraw', request })
  expect(room.press(anong, { kind: 'floor.withdraw', request })).toBe('notOnList')
  const again = room.must(anong, statement)
  room.must(chair, { kind: 'floor.withdraw', request: again })
  expect(names(room)).toEqual([])
})

test('[SES56] whoever speaks ends when another is called, when the chair ends it, and when the item changes; nothing advances by itself', () => {
  const room = inSession()
  const asked = [room.must(anong, statement), room.must(nora, statement), room.must(olga, statement)]
  room.must(chair, { kind: 'floor.next', after: null })
  room.pass(86_400_000)
  expect(room.state.floor.speaking?.request.id).toBe(asked[0])
  room.must(chair, { kind: 'floor.give', request: asked[2] ?? id(7), after: asked[0] ?? null })
  expect(room.press(chair, { kind: 'floor.end', request: asked[0] ?? id(7) })).toBe('movedOn')
  room.pass(2_000).must(chair, { kind: 'floor.end', request: asked[2] ?? id(7) })
  room.must(chair, { kind: 'floor.next', after: null })
  room.pass(3_000).must(chair, { kind: 'item.next', from: two })
  expect(room.state.floor.speaking).toBeNull()
  expect(room.state.interventions.map(({ id: turn, ms, item }) => [turn, ms, item])).toEqual([
    [asked[0], 86_400_000, two],
    [asked[2], 2_000, two],
    [asked[1], 3_000, two],
  ])
})

test('[SES57] one’s own place is told, by person or delegation', () => {
  const room = inSession()
  room.must(nora, statement)
  const request = room.must(anong, statement)
  expect(ownRequest(room.state, { person: niran.person, delegationId: thailand.id })).toMatchObject({
    place: 2,
    request: { id: request },
  })
  expect(ownRequest(room.state, { person: olga.person, delegationId: campaign.id })).toBeNull()
  expect(ownRequest(room.state, { person: chair.person, delegationId: null })).toBeNull()
  room.must(niran, order)
  expect(ownRequest(room.state, { person: anong.person, delegationId: thailand.id })?.place).toBe(1)
})

test('[SES58] time used is told by delegation, the longest first, with the turn under way; who has not spoken, only where the rule keeps it', () => {
  const room = inSession()
  for (const delegation of [thailand, norway, campaign]) {
    room.must(chair, { kind: 'attendance.set', party: { delegation: delegation.id }, state: 'present' })
  }
  for (const [actor, ms] of [
    [anong, 5_000],
    [nora, 9_000],
    [niran, 6_000],
  ] as const) {
    room.must(actor, statement)
    room.must(chair, { kind: 'floor.next', after: room.state.floor.speaking?.request.id ?? null })
    room.pass(ms)
  }
  const times = speakingTimes(room.state, room.here).map(({ speaker, type, ms, turns }) => [speaker?.code, type, ms, turns])
  expect(times).toEqual([
    ['THA', 'state', 11_000, 2],
    ['NOR', 'state', 9_000, 1],
  ])
  expect(notSpoken(room.state)?.map((entry) => entry.code)).toEqual(['ICB'])
  const byType = evolve(room.state, { kind: 'head.changed', patch: { attribution: 'delegationType' } })
  expect(speakingTimes(byType, room.here)).toEqual([{ speaker: null, type: 'state', ms: 20_000, turns: 3 }])
  expect(notSpoken(byType)).toBeNull()
  // What was not kept cannot be known later.
  expect(notSpoken(evolve(byType, { kind: 'head.changed', patch: { attribution: 'named' } }))).toBeNull()
  const none = evolve(room.state, { kind: 'head.changed', patch: { attribution: 'none' } })
  expect([speakingTimes(none, room.here), notSpoken(none)]).toEqual([[], null])
})

test('[SES59] the lists and the turns that are kept have a bound', () => {
  const room = inSession()
  for (let n = 0; n < sessionLimits.waiting; n += 1) room.must(chair, { ...statement, name: `Speaker ${n}` })
  expect(room.press(anong, statement)).toBe('listFull')
  const turn = { ...inTurn(room), id: id<CommandId>(7) }
  room.state = { ...room.state, interventions: new Array(sessionLimits.interventions).fill(turn) } satisfies SessionState
  expect(room.press(chair, { kind: 'floor.next', after: null })).toBe('limitReached')
})

function inTurn({ state }: Room): SessionState['interventions'][number] {
  const request = waiting(state)[0]
  if (request === undefined) throw new Error('Nobody waits')
  return { ...request, type: null, startedAt: request.at, ms: 1 }
}
