import { expect, test } from 'vitest'
import type { Millis } from '../../../shared/base/index.ts'
import { exactInstant, forecast, itemTime, speakerTime } from '../../../shared/session/index.ts'
import { agenda, anong, chair, head, inSession, one, Room, two, views } from './room.ts'

const minuteMs = 60_000
const item = agenda[1]

test('[SES40] suspending stops both clocks and resuming starts them again, unless they were paused by hand', () => {
  for (const paused of ['none', 'item', 'speaker'] as const) {
    const room = inSession()
    room.must(anong, { kind: 'floor.ask', intervention: 'statement' })
    room.must(chair, { kind: 'floor.next', after: null })
    room.pass(5_000)
    if (paused !== 'none') room.must(chair, { kind: 'timer.pause', of: paused })
    room.pass(1_000).must(chair, { kind: 'meeting.suspend' })
    const ranMs = (of: 'item' | 'speaker'): number => (paused === of ? 5_000 : 6_000)
    room.pass(3_600_000)
    expect(itemTime(room.state, item, room.here)).toMatchObject({ usedMs: ranMs('item'), isRunning: false })
    expect(speakerTime(room.state, room.here)?.usedMs).toBe(ranMs('speaker'))
    room.must(chair, { kind: 'meeting.resume' })
    room.pass(2_000)
    expect(itemTime(room.state, item, room.here)).toMatchObject({
      usedMs: ranMs('item') + (paused === 'item' ? 0 : 2_000),
      isRunning: paused !== 'item',
    })
    expect(speakerTime(room.state, room.here)?.usedMs).toBe(ranMs('speaker') + (paused === 'speaker' ? 0 : 2_000))
  }
})

test('[SES41] planned time is what the agenda says and what the chair added, never less than nothing; unplanned is null', () => {
  const room = inSession()
  expect(itemTime(room.state, item, room.here).plannedMs).toBe(15 * minuteMs)
  room.must(chair, { kind: 'timer.add', of: 'item', minutes: 5 })
  expect(itemTime(room.state, item, room.here).plannedMs).toBe(20 * minuteMs)
  expect(itemTime(room.state, { ...item, minutes: null }, room.here).plannedMs).toBe(5 * minuteMs)
  room.must(chair, { kind: 'timer.add', of: 'item', minutes: -600 })
  expect(itemTime(room.state, item, room.here).plannedMs).toBe(0)
  expect(itemTime(room.state, { id: one, minutes: null }, room.here).plannedMs).toBeNull()
})

test('[SES42] a speaker has the time of the list and what the chair added, or no limit', () => {
  const room = inSession()
  expect(speakerTime(room.state, room.here)).toBeNull()
  room.must(anong, { kind: 'floor.ask', intervention: 'statement' })
  room.must(chair, { kind: 'floor.next', after: null })
  expect(speakerTime(room.pass(500).state, room.here)).toEqual({ usedMs: 500, allowedMs: null })
  expect(room.press(chair, { kind: 'timer.add', of: 'speaker', minutes: 1 })).toBe('noSpeakingTime')
  room.must(chair, { kind: 'floor.limit', minutes: 3 })
  room.must(chair, { kind: 'timer.add', of: 'speaker', minutes: 2 })
  expect(speakerTime(room.state, room.here)?.allowedMs).toBe(5 * minuteMs)
})

test('[SES43] the meeting is forecast to end once what is left has taken its planned time, and an overrun makes it late', () => {
  const room = inSession()
  const begun = room.now
  const all = 50 * minuteMs
  expect(forecast(room.state, views, room.here)).toEqual({
    plannedMs: all,
    usedMs: 0,
    endsAt: begun + all,
    plannedEnd: begun + all,
    lateMs: 0,
  })
  // Five minutes over: item 2 has 15.
  room.pass(20 * minuteMs)
  expect(forecast(room.state, views, room.here)).toMatchObject({ usedMs: 20 * minuteMs, lateMs: 5 * minuteMs })
  room.must(chair, { kind: 'item.close', item: one })
  expect(forecast(room.state, views, room.here).lateMs).toBe(-5 * minuteMs)
  room.must(chair, { kind: 'timer.add', of: 'item', minutes: 10 })
  // Ten more are planned, of which five have been used.
  expect(forecast(room.state, views, room.here).lateMs).toBe(-10 * minuteMs)
  room.must(chair, { kind: 'meeting.close' })
  const closed = room.now
  expect(forecast(room.pass(minuteMs).state, views, room.here).endsAt).toBe(closed)
})

test('[SES44] the stated end counts where it is an instant, in the zone of the place; a mere day does not', () => {
  const room = inSession()
  const stated = { ...head, endsAt: '2026-11-23T14:45', timeZone: 'Europe/Oslo' }
  const state = { ...room.state, head: stated }
  const end = Date.parse('2026-11-23T13:45:00Z')
  expect(forecast(state, views, room.here).plannedEnd).toBe(end)
  expect(exactInstant('2026-07-01T14:45', 'Europe/Oslo')).toBe(Date.parse('2026-07-01T12:45:00Z'))
  expect(exactInstant('2026-07-01T14:45+05:30', null)).toBe(Date.parse('2026-07-01T09:15:00Z'))
  // Either side of the night on which the hour goes back.
  expect(exactInstant('2026-10-25T01:30', 'Europe/Oslo')).toBe(Date.parse('2026-10-24T23:30:00Z'))
  expect(exactInstant('2026-10-25T03:30', 'Europe/Oslo')).toBe(Date.parse('2026-10-25T02:30:00Z'))
  for (const text of [null, '2026', '2026-11', '2026-11-23', 'Tnonsense']) expect(exactInstant(text, 'Europe/Oslo')).toBeNull()
  expect(exactInstant('2026-11-23T14:45', null)).toBeNull()
  expect(exactInstant('2026-11-23T14:45', 'Nowhere/None')).toBeNull()
})

test('[SES45] before the meeting begins the forecast counts from its stated beginning, and without plans there is none', () => {
  const room = new Room()
  const startsAt = '2026-11-23T10:00Z'
  const state = { ...room.state, head: { ...head, startsAt } }
  const start = Date.parse(startsAt)
  expect(forecast(state, views, (start - 5_000) as Millis)).toMatchObject({ endsAt: start + 50 * minuteMs, lateMs: 0 })
  const unplanned = views.map((view) => ({ ...view, minutes: null }))
  expect(forecast(inSession().state, unplanned, room.here)).toMatchObject({ plannedEnd: null, lateMs: null, plannedMs: 0 })
  expect(forecast(inSession().state, [], room.here).lateMs).toBeNull()
  expect(two).toBe(item.id)
})
