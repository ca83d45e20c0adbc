import { expect, test } from 'vitest'
import { clockText, minutesOver } from '../../../client/features/floor/clockText.ts'
import { lateness } from '../../../client/features/floor/lateness.ts'
import { placeHour } from '../../../client/features/floor/placeHour.ts'

const minute = 60_000

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [580_000, '9:40'],
  [3_599_999, '59:59'],
  [3_725_000, '1:02:05'],
  [-5, '0:00'],
])('[FL1] a clock shows minutes and seconds, and hours beyond one: %i ms is %s', (ms, shown) => {
  expect(clockText(ms)).toBe(shown)
})

test('[FL2] a time is over only when its clock shows more than what was allowed', () => {
  expect(minutesOver(15 * minute, 15 * minute)).toBeNull()
  expect(minutesOver(15 * minute + 900, 15 * minute)).toBeNull()
  expect(minutesOver(15 * minute + 1000, 15 * minute)).toBe(0)
  expect(minutesOver(17 * minute, 15 * minute)).toBe(2)
  expect(minutesOver(500 * minute, null)).toBeNull()
})

test.each([
  [0, 'onPlan', 0],
  [29_999, 'onPlan', 0],
  [-29_999, 'onPlan', 0],
  [minute, 'behind', 1],
  [-12 * minute, 'ahead', 12],
])('[FL3] half a minute either way is on plan: %i ms is %s', (lateMs, kind, minutes) => {
  expect(lateness(lateMs)).toEqual({ kind, minutes })
})

const at = Date.UTC(2026, 10, 23, 13, 45)

test('[FL4] the hour is that of the meeting’s place, named only where the device shows another', () => {
  const head = { timeZone: 'Europe/Zurich', place: 'Geneva' }
  expect(placeHour(at, head, 'en-GB', 'Europe/Paris')).toEqual({ time: '14:45', place: null, zone: null })
  expect(placeHour(at, head, 'en-GB', 'America/New_York')).toEqual({ time: '14:45', place: 'Geneva', zone: null })
  expect(placeHour(at, head, 'ar-u-nu-latn', 'America/New_York').time).toBe('14:45')
})

test('[FL4] without a place its zone is named, and a zone that nobody knows is not shown at all', () => {
  const named = placeHour(at, { timeZone: 'Europe/Zurich', place: null }, 'en-GB', 'Asia/Tokyo')
  expect(named).toEqual({ time: '14:45', place: null, zone: 'Central European Standard Time' })
  const here = { time: '22:45', place: null, zone: null }
  expect(placeHour(at, { timeZone: 'Nowhere/Atlantis', place: 'Atlantis' }, 'en-GB', 'Asia/Tokyo')).toEqual(here)
  expect(placeHour(at, { timeZone: null, place: 'Geneva' }, 'en-GB', 'Asia/Tokyo')).toEqual(here)
})
