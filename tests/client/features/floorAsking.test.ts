import { expect, test } from 'vitest'
import { askAs } from '../../../client/store/askAs.ts'
import type { CommandId, DelegationId, Millis, PersonId } from '../../../shared/base/index.ts'
import type { FloorRequest } from '../../../shared/session/index.ts'

// A test's own ids: only that they differ matters here.
const me = { person: 'a:me' as PersonId, delegationId: 'THA' as DelegationId }
const mine = (name: string, intervention: FloorRequest['intervention'], at: number): FloorRequest => ({
  id: name as CommandId,
  item: null,
  person: me.person,
  speaker: { delegation: me.delegationId, name: 'Thailand', code: 'THA', type: 'state' },
  intervention,
  onBehalfOf: null,
  asObserver: false,
  at: at as Millis,
})
const session = (...requests: readonly FloorRequest[]) => ({
  current: null,
  floor: { closedLists: [], limitMinutes: null, requests, speaking: null },
})
const wanted = { behalf: undefined, now: 60_000 }

test('[FL13] who waits for nothing asks', () => {
  expect(askAs(session(), me, { ...wanted, kind: 'reply' })).toEqual([{ kind: 'floor.ask', intervention: 'reply' }])
})

test('[FL13] a kind chosen just after asking is what was meant, and a point of order is asked before the other goes', () => {
  expect(askAs(session(mine('r', 'statement', 58_000)), me, { ...wanted, kind: 'pointOfOrder' })).toEqual([
    { kind: 'floor.ask', intervention: 'pointOfOrder' },
    { kind: 'floor.withdraw', request: 'r' },
  ])
})

test('[FL13] a point of order asked later stands beside a statement, which keeps its place', () => {
  expect(askAs(session(mine('r', 'statement', 1000)), me, { ...wanted, kind: 'pointOfOrder' })).toEqual([
    { kind: 'floor.ask', intervention: 'pointOfOrder' },
  ])
})

test('[FL13] statement and reply take each other’s place, with those on whose behalf it is; the same again is nothing', () => {
  const waits = { ...mine('r', 'statement', 1000), onBehalfOf: 'the Group of Friends' }
  expect(askAs(session(waits), me, { ...wanted, kind: 'reply' })).toEqual([
    { kind: 'floor.withdraw', request: 'r' },
    { kind: 'floor.ask', intervention: 'reply', onBehalfOf: 'the Group of Friends' },
  ])
  expect(askAs(session(waits), me, { ...wanted, kind: 'statement' })).toEqual([])
  expect(askAs(session(waits), me, { ...wanted, kind: 'statement', behalf: 'others' })).toHaveLength(2)
})
