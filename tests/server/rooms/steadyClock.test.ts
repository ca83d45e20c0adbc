import { expect, test } from 'vitest'
import { steadyClock } from '../../../server/rooms/steadyClock.ts'
import { ManualClock } from '../../support/ManualClock.ts'

const minute = 60_000

test('[VLT8] a clock set forward is believed only when it stays so for ten minutes; set back, at once', () => {
  const machine = new ManualClock()
  const clock = steadyClock(machine)
  const start = clock.now()
  machine.advance(minute)
  expect(clock.now() - start).toBe(minute)
  machine.step(60 * minute)
  expect(clock.now() - start).toBe(minute)
  machine.advance(9 * minute)
  expect(clock.now() - start).toBe(10 * minute)
  // Set right again in time: nothing has happened.
  machine.step(-60 * minute)
  machine.advance(minute)
  expect(clock.now() - start).toBe(11 * minute)
  machine.step(60 * minute)
  expect(clock.now() - start).toBe(11 * minute)
  machine.advance(10 * minute)
  expect(clock.now() - start).toBe(81 * minute)
  machine.step(-5 * minute)
  expect(clock.now() - start).toBe(76 * minute)
  // The small corrections of a machine that keeps time are no setting.
  machine.step(400)
  expect(clock.now() - start).toBe(76 * minute + 400)
})
