import { expect, test } from 'vitest'
import type { ItemId } from '../../../shared/base/index.ts'
import { neighbours } from '../../../shared/session/index.ts'
import { chair, inSession, one, Room, three, two, twoOne, twoTwo, views } from './room.ts'

const next = (room: Room): string => room.press(chair, { kind: 'item.next', from: room.state.current })
const back = (room: Room): string => room.press(chair, { kind: 'item.back', from: room.state.current })
const progress = (room: Room, item: ItemId): string => room.state.proceedings[item]?.progress ?? 'notBegun'

function opened(): Room {
  const room = new Room()
  room.must(chair, { kind: 'meeting.open' })
  return room
}

test('[SES30] next goes through the agenda in order, leaves an item open while its parts are not done, and closes it with the last of them', () => {
  const room = opened()
  const way: (ItemId | null)[] = []
  while (next(room.pass(60_000)) === 'ok') way.push(room.state.current)
  expect(way).toEqual([one, two, twoOne, twoTwo, three, null])
  expect([one, two, twoOne, twoTwo, three].map((item) => progress(room, item))).toEqual(new Array(5).fill('closed'))
  expect(room.state.proceedings[two]).toMatchObject({ usedMs: 60_000, closedAt: room.state.proceedings[twoTwo]?.closedAt })
  expect(next(room)).toBe('nothingLeft')
})

test('[SES31] next passes over what is closed or put off, and an item whose last part is left that never began stays so', () => {
  const room = opened()
  room.must(chair, { kind: 'item.putOff', item: one })
  room.must(chair, { kind: 'item.close', item: twoOne })
  room.must(chair, { kind: 'item.open', item: twoTwo, from: null })
  next(room)
  expect(room.state.current).toBe(three)
  expect(progress(room, two)).toBe('notBegun')
  expect(progress(room, one)).toBe('putOff')
  // With none open, the first that is not done.
  next(room)
  expect(room.state.current).toBeNull()
  next(room)
  expect(room.state.current).toBe(two)
})

test('[SES32] back opens the item before that is not put off, with none open the one closed last; what was left stays begun', () => {
  const room = opened()
  expect(back(room)).toBe('nothingBefore')
  next(room)
  expect(back(room)).toBe('nothingBefore')
  room.must(chair, { kind: 'item.putOff', item: two })
  room.must(chair, { kind: 'item.open', item: twoOne, from: one })
  back(room)
  expect(room.state.current).toBe(one)
  expect(progress(room, twoOne)).toBe('begun')
  room.pass(5).must(chair, { kind: 'item.close', item: three })
  room.pass(5).must(chair, { kind: 'item.close', item: one })
  expect(room.state.current).toBeNull()
  back(room)
  expect(room.state.current).toBe(one)
  expect(room.state.proceedings[one]).toMatchObject({ progress: 'begun', closedAt: null })
})

test('[SES33] opening an item again keeps its time and counts on', () => {
  const room = inSession()
  room.pass(4_000).must(chair, { kind: 'item.open', item: one, from: two })
  room.pass(9_000).must(chair, { kind: 'item.open', item: two, from: one })
  const openedAt = room.state.proceedings[two]?.openedAt
  room.pass(6_000).must(chair, { kind: 'item.close', item: two })
  expect(room.state.proceedings[two]).toEqual({
    progress: 'closed',
    openedAt,
    closedAt: room.now,
    usedMs: 10_000,
    extraMinutes: 0,
  })
})

test('[SES34] reopening takes back that an item was closed or put off: begun if it ever was, else as before', () => {
  const room = inSession()
  room.must(chair, { kind: 'item.close', item: two })
  room.must(chair, { kind: 'item.putOff', item: three })
  room.must(chair, { kind: 'item.reopen', item: two })
  room.must(chair, { kind: 'item.reopen', item: three })
  expect(progress(room, two)).toBe('begun')
  expect(Object.hasOwn(room.state.proceedings, three)).toBe(false)
  expect(room.state.current).toBeNull()
})

test('[SES35] what next and back would open is told before anybody presses', () => {
  const room = opened()
  for (let round = 0; round < 12; round += 1) {
    const told = neighbours(room.state, views)
    const press = round % 3 === 2 ? back : next
    const goal = round % 3 === 2 ? told.back : told.next
    const before = room.state.current
    const answer = press(room.pass(1_000))
    if (answer === 'ok') expect(room.state.current).toBe(goal)
    else expect([goal, room.state.current]).toEqual([null, before])
  }
})

test('[SES36] an item that was removed from the agenda is left by next like none, and cannot be opened', () => {
  const room = inSession()
  const gone = 'gone' as ItemId
  room.state = { ...room.state, current: gone }
  expect(room.press(chair, { kind: 'item.open', item: gone, from: gone })).toBe('noChange')
  expect(next(room)).toBe('ok')
  expect(room.state.current).toBe(one)
  expect(room.press(chair, { kind: 'item.open', item: gone, from: one })).toBe('unknownItem')
})
