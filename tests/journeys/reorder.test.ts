import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J11] an item is moved by drag, by key and by menu, and each move can be taken back', async () => {
  const world = await meetingWorld({ items: ['One', 'Two', 'Three'] })
  const desk = await device(browser)
  const page = await enterAsCoordinator(desk, world)
  const order = () => expect.poll(async () => (await world.record()).titles, { timeout: 15_000 })
  const rows = page.getByRole('complementary', { name: 'Agenda' }).getByRole('listitem')
  const row = (title: string) => rows.filter({ hasText: title })

  const grip = await row('One').locator('[aria-hidden]').first().boundingBox()
  const last = await row('Three').boundingBox()
  if (grip === null || last === null) throw new Error('The agenda is not drawn')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(grip.x + grip.width / 2, last.y + last.height - 4, { steps: 12 })
  await page.mouse.up()
  await order().toEqual(['Two', 'Three', 'One'])

  await row('One').getByRole('link').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await order().toEqual(['Two', 'One', 'Three'])

  await row('One')
    .getByRole('button', { name: /move, indent or remove/ })
    .click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await order().toEqual(['One', 'Two', 'Three'])

  for (const before of [
    ['Two', 'One', 'Three'],
    ['Two', 'Three', 'One'],
    ['One', 'Two', 'Three'],
  ]) {
    await page.keyboard.press('Control+z')
    await order().toEqual(before)
  }
  expect(desk.complaints).toEqual([])
  await desk.close()
})
