import { expect, test } from 'vitest'
import { floorDrop, floorMove } from '../../../client/features/floor/floorMove.ts'
import { limitFrom } from '../../../client/features/floor/limitFrom.ts'
import { whyOff } from '../../../client/features/floor/whyOff.ts'
import type { CommandId, Millis } from '../../../shared/base/index.ts'
import type { FloorRequest } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'

const request = (name: string, intervention: FloorRequest['intervention'] = 'statement'): FloorRequest => ({
  // A test's own ids: only that they differ matters here.
  id: name as CommandId,
  item: null,
  person: null,
  speaker: { delegation: null, name, code: null, type: null },
  intervention,
  onBehalfOf: null,
  asObserver: false,
  at: 0 as Millis,
})
const id = (name: string) => name as CommandId
const list = [request('p', 'pointOfOrder'), request('q', 'pointOfOrder'), request('a'), request('b'), request('c', 'reply')]

/** What the list looks like after a move, by the rule of the command: put before another, null to the end. */
function after(requests: readonly FloorRequest[], move: { request: CommandId; before: CommandId | null } | null) {
  const names = requests.map((one) => one.id)
  if (move === null) return names
  const rest = names.filter((one) => one !== move.request)
  const place = move.before === null ? rest.length : rest.indexOf(move.before)
  return [...rest.slice(0, place), move.request, ...rest.slice(place)]
}

test('[FL5] a speaker moves by one step or to the top, and nowhere at either end', () => {
  expect(after(list, floorMove(list, id('b'), 'up'))).toEqual(['p', 'q', 'b', 'a', 'c'])
  expect(after(list, floorMove(list, id('a'), 'down'))).toEqual(['p', 'q', 'b', 'a', 'c'])
  expect(after(list, floorMove(list, id('c'), 'top'))).toEqual(['p', 'q', 'c', 'a', 'b'])
  expect(floorMove(list, id('c'), 'down')).toBeNull()
  expect(floorMove(list, id('gone'), 'up')).toBeNull()
})

test('[FL6] points of order are moved among themselves only', () => {
  expect(floorMove(list, id('a'), 'up')).toBeNull()
  expect(floorMove(list, id('q'), 'down')).toBeNull()
  expect(floorMove(list, id('q'), 'top')).toEqual({ request: 'q', before: 'p' })
  expect(floorDrop(list, id('c'), 'p', 'before')).toBeNull()
})

test('[FL5] dropping a speaker beside another puts it there, whatever the list', () => {
  fc.assert(
    fc.property(fc.nat(7), fc.nat(7), fc.constantFrom('before' as const, 'after' as const), (from, to, side) => {
      const requests = Array.from({ length: 8 }, (_, place) => request(`r${place}`))
      const [moved, target] = [requests[from]?.id, requests[to]?.id]
      if (moved === undefined || target === undefined) return
      const names = after(requests, floorDrop(requests, moved, target, side))
      expect(names).toHaveLength(8)
      if (moved !== target) expect(names.indexOf(moved) - names.indexOf(target)).toBe(side === 'before' ? -1 : 1)
    }),
  )
})

const free = { phase: 'inSession', mayAsk: true, isLive: true, isClosedHere: false, isListOpen: true } as const

test('[FL7] where the floor cannot be requested, one reason says why', () => {
  expect(whyOff(free)).toBeNull()
  expect(whyOff({ ...free, phase: 'suspended' })).toBeNull()
  expect(whyOff({ ...free, phase: 'planned', isLive: false })).toBe('notYet')
  for (const phase of ['draft', 'circulated', 'adopted'] as const) expect(whyOff({ ...free, phase })).toBe('after')
  expect(whyOff({ ...free, isClosedHere: true, isLive: false })).toBe('closedToObservers')
  expect(whyOff({ ...free, isLive: false, isListOpen: false })).toBe('line')
  expect(whyOff({ ...free, isListOpen: false })).toBe('listClosed')
  expect(whyOff({ ...free, mayAsk: false })).toBe('role')
})

test('[FL8] a speaking time is a whole number of minutes from 1 to 600, in any digits, or none', () => {
  expect(['', '  ', '3', '600', '٣', '۱۰'].map(limitFrom)).toEqual([null, null, 3, 600, 3, 10])
  for (const wrong of ['0', '601', '-1', '2.5', 'three', '1e2']) expect(limitFrom(wrong)).toBeUndefined()
})
