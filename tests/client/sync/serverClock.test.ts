import { describe, expect, test } from 'vitest'
import { ServerClock } from '../../../client/sync/ServerClock.ts'
import { fc } from '../../support/chance.ts'
import { TestDevice } from './TestDevice.ts'

const hour = 3_600_000

function clockOn(device: TestDevice): ServerClock {
  return new ServerClock({ clocks: device, page: device, ask: device.ask })
}

/** How far the clock is off. */
function errorOf(clock: ServerClock, device: TestDevice): number {
  return Math.abs(clock.now() - device.truth)
}

async function live(device: TestDevice): Promise<ServerClock> {
  const clock = clockOn(device)
  clock.live(true)
  await device.advance(2000)
  return clock
}

describe("the server's hour", () => {
  test('[CL36] the hour on a screen is right within a second on a device that is hours off, over a slow line', async () => {
    for (const skew of [0, -11 * hour, 7 * hour, 400 * 24 * hour]) {
      const device = new TestDevice({ skew })
      device.line = { out: 1500, back: 100 }
      const clock = clockOn(device)
      clock.live(true)
      await device.advance(20_000)
      expect(errorOf(clock, device)).toBeLessThan(1000)
      expect(errorOf(clock, device)).toBeLessThanOrEqual((clock.errorMs ?? 0) + 1)
    }
  })

  test('[CL37] of several answers the quickest counts, and the error it leaves is known', async () => {
    const device = new TestDevice({ skew: hour })
    device.line = { out: 1900, back: 0 }
    const clock = clockOn(device)
    clock.live(true)
    await device.advance(1900)
    expect(clock.errorMs).toBeGreaterThan(900)
    device.line = { out: 20, back: 30 }
    await device.advance(100_000)
    expect(clock.errorMs).toBeLessThan(100)
    expect(errorOf(clock, device)).toBeLessThan(50)
    // A slow answer later does not spoil what is known.
    device.line = { out: 1900, back: 0 }
    await device.advance(70_000)
    expect(errorOf(clock, device)).toBeLessThan(100)
  })

  test('[CL38] after sleep, and after the clock of the device was set, the hour is right at the first look, and asked for again', async () => {
    const device = new TestDevice({ skew: -hour })
    const clock = await live(device)
    const asked = device.asked
    await device.sleep(3 * hour)
    expect(errorOf(clock, device)).toBeLessThan(100)
    expect(clock.errorMs).toBeNull()
    clock.look()
    await device.advance(1000)
    expect(device.asked).toBeGreaterThan(asked)
    expect(clock.errorMs).toBeLessThan(100)

    device.setClock(-5 * hour)
    expect(errorOf(clock, device)).toBeLessThan(100)
    clock.look()
    await device.advance(1000)
    expect(errorOf(clock, device)).toBeLessThan(100)

    // Set forward looks like sleep until the server has answered.
    device.setClock(5 * hour)
    clock.look()
    await device.advance(100)
    expect(errorOf(clock, device)).toBeLessThan(100)
  })

  test('[CL39] the hour is asked for at coming in, at coming back, when the page is seen again and each minute, and never in the dark', async () => {
    const device = new TestDevice()
    const clock = clockOn(device)
    expect(device.asked).toBe(0)
    const asks = async (act: () => void | Promise<void>, ms = 1000): Promise<boolean> => {
      const before = device.asked
      await act()
      await device.advance(ms)
      return device.asked > before
    }
    expect(await asks(() => clock.live(true))).toBe(true)
    expect(await asks(() => undefined, 30_000)).toBe(false)
    expect(await asks(() => undefined, 40_000)).toBe(true)
    expect(await asks(() => clock.live(false), 200_000)).toBe(false)
    expect(await asks(() => clock.live(true))).toBe(true)
    await device.hide(true)
    expect(await asks(() => undefined, 200_000)).toBe(false)
    expect(await asks(() => device.hide(false))).toBe(true)
    clock.close()
    expect(await asks(() => device.hide(false), 200_000)).toBe(false)
    expect(device.waiting).toBe(0)
  })

  test('[CL40] an hour told unasked is a start, and a server whose clock was set is believed', async () => {
    const device = new TestDevice({ skew: 4 * hour })
    const clock = clockOn(device)
    clock.hear(device.truth - 300)
    expect(errorOf(clock, device)).toBeLessThan(400)
    expect(clock.errorMs).toBeNull()
    clock.live(true)
    await device.advance(1000)
    expect(errorOf(clock, device)).toBeLessThan(50)
    // An old word, late on the line, says nothing new.
    clock.hear(device.truth - 5000)
    expect(errorOf(clock, device)).toBeLessThan(50)
    for (const by of [2 * hour, -3 * hour]) {
      device.setServer(by)
      await device.advance(70_000)
      expect(errorOf(clock, device)).toBeLessThan(100)
    }
  })

  test('[CL36] whatever happens to device and line, the hour is right within a second once the server could answer', async () => {
    const span = fc.integer({ min: 1000, max: 3 * hour })
    const event = fc.oneof(
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 200_000 }) }),
      fc.record({ kind: fc.constant('sleep' as const), ms: span }),
      fc.record({
        kind: fc.constant('set' as const),
        ms: fc.oneof(
          span,
          span.map((ms) => -ms),
        ),
      }),
      fc.record({ kind: fc.constant('cut' as const), ms: fc.integer({ min: 0, max: 100_000 }) }),
      fc.record({ kind: fc.constant('hide' as const), ms: fc.integer({ min: 0, max: 100_000 }) }),
      fc.record({ kind: fc.constant('slow' as const), ms: fc.integer({ min: 0, max: 900 }) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -24 * hour, max: 24 * hour }),
        fc.integer({ min: -200, max: 200 }),
        fc.array(event, { maxLength: 12 }),
        async (skew, ppm, events) => {
          const device = new TestDevice({ skew, drift: ppm / 1_000_000 })
          const clock = await live(device)
          for (const { kind, ms } of events) {
            if (kind === 'pass') await device.advance(ms)
            else if (kind === 'sleep') await device.sleep(ms)
            else if (kind === 'set') device.setClock(ms)
            else if (kind === 'slow') device.line = { out: ms, back: 900 - ms }
            else if (kind === 'hide') {
              await device.hide(true)
              await device.advance(ms)
              await device.hide(false)
            } else {
              clock.live(false)
              await device.advance(ms)
              clock.live(true)
            }
            // As the ticker of the page does, at the latest a second later.
            clock.look()
            await device.advance(12_000)
            expect(errorOf(clock, device)).toBeLessThan(1000)
            expect(errorOf(clock, device)).toBeLessThanOrEqual((clock.errorMs ?? Number.NaN) + 2)
          }
          clock.close()
        },
      ),
      { numRuns: 60 },
    )
  })
})
