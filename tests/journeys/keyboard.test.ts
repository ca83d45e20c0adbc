import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { inMeeting, recorded, says } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J12] a rapporteur joins, records an outcome and an action and moves on without touching the mouse', async () => {
  const world = await meetingWorld({ outcomes: [] })
  const seat = await world.seat('rapporteur', 'ISU')
  const one = await device(browser)
  const { page } = one
  const { keyboard } = page
  await page.goto(seat.url)
  await page.getByLabel('Your name').focus()
  await keyboard.type('Ines Suter')
  await keyboard.press('Enter')
  await inMeeting(page)

  await keyboard.press('o')
  await editing(page)
  await keyboard.type('to meet again before the Review Conference')
  await keyboard.press('Escape')
  await recorded(world, (raw) => raw.includes('to meet again before the Review Conference'))

  await keyboard.press('a')
  await editing(page)
  await keyboard.type('List the regional meetings')
  await keyboard.press('Escape')
  await recorded(world, (raw) => raw.includes('List the regional meetings'))

  // A line of the notes becomes an outcome and stays where it is.
  await keyboard.press('e')
  await editing(page)
  await keyboard.type('to report back at the next session /')
  await page.getByRole('menuitem', { name: /^Outcome/ }).waitFor()
  await keyboard.press('Enter')
  await recorded(world, (raw) => (raw.match(/to report back at the next session/g) ?? []).length === 2)
  await keyboard.press('Escape')

  // Letters outside text are keys, never words.
  await keyboard.press('j')
  await page.getByRole('heading', { level: 2, name: /Multilateral and regional fora/ }).waitFor()
  await keyboard.press('?')
  await page.getByRole('dialog').getByRole('heading', { name: 'Keyboard' }).waitFor()
  await keyboard.press('Escape')
  await says(page, 'Saved')
  const { outcomes } = await world.record()
  expect(outcomes.map((words) => words.trim())).toEqual([
    'to meet again before the Review Conference',
    'to report back at the next session',
  ])
  expect(one.complaints).toEqual([])
  await one.close()
})

/** Waits for the caret: an empty line has an editor without width. */
function editing(page: Page): Promise<void> {
  return page.locator('.ProseMirror-focused').waitFor({ state: 'attached' })
}
