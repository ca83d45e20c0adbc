import { expect, test } from 'vitest'
import { Hours } from '../../../client/sync/Hours.ts'
import { TestDevice } from './TestDevice.ts'

async function liveHours(device: TestDevice): Promise<Hours> {
  const hours = new Hours({ clocks: device, page: device, ask: device.ask })
  hours.clock.live(true)
  await device.advance(1000)
  return hours
}

test("[CL41] clocks on the screen change together, at the server's full second, with one ticker however many there are", async () => {
  const device = new TestDevice({ skew: 3_600_000 })
  const { seconds } = await liveHours(device)
  const timersBefore = device.waiting
  const seen: { readonly value: number; readonly late: number }[] = []
  const stops = Array.from({ length: 200 }, () =>
    seconds.subscribe(() => seen.push({ value: seconds.get(), late: device.truth - seconds.get() })),
  )
  expect(device.waiting).toBe(timersBefore + 1)
  // The first listener's coming may have brought the value up to the hour.
  seen.length = 0
  await device.advance(5000)
  expect(seen).toHaveLength(5 * 200)
  for (const { value, late } of seen) {
    expect(value % 1000).toBe(0)
    expect(Math.abs(late)).toBeLessThan(100)
  }
  for (const stop of stops) {
    stop()
    stop()
  }
  expect(device.waiting).toBe(timersBefore)
})

test('[CL42] the ticker is silent while nobody looks or listens, and right at once when somebody does', async () => {
  const device = new TestDevice()
  const hours = await liveHours(device)
  const { seconds } = hours
  let told = 0
  const stop = seconds.subscribe(() => {
    told += 1
  })
  await device.hide(true)
  await device.advance(1500)
  told = 0
  await device.advance(30_000)
  expect(told).toBe(0)
  await device.sleep(3_600_000)
  await device.hide(false)
  expect(told).toBeGreaterThan(0)
  expect(Math.abs(device.truth - seconds.get())).toBeLessThan(1000)
  stop()
  await device.advance(90_500)
  // Nobody listens: whoever asks has the hour all the same.
  expect(Math.abs(device.truth - seconds.get())).toBeLessThan(1000)
  hours.close()
  expect(device.waiting).toBe(0)
})

test('[CL42] a laptop that slept shows the right second at its next tick', async () => {
  const device = new TestDevice()
  const { seconds } = await liveHours(device)
  seconds.subscribe(() => undefined)
  await device.sleep(7_200_000)
  device.setClock(-600_000)
  await device.advance(1100)
  expect(Math.abs(device.truth - seconds.get())).toBeLessThanOrEqual(1000)
})
