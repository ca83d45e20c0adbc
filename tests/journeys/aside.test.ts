import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, recorded, says, text, wordsOf, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J10] words typed into a paragraph that somebody deleted meanwhile are shown to their author and to the office, and can be written again', async () => {
  const world = await meetingWorld()
  const [desk, other] = await Promise.all([device(browser), device(browser)])
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  const coordinator = await enterAsCoordinator(desk, world)
  const seat = await world.seat('participant', 'THA')
  const author = await enterBy(other, seat.url, 'Somchai Jaidee')
  const notes = 'Notes on item 1'

  await write(coordinator, notes, 'This paragraph stays.')
  await coordinator.keyboard.press('Enter')
  await coordinator.keyboard.type('This paragraph goes.')
  await says(coordinator, 'Saved')
  await text(author, notes).getByText('This paragraph goes.').waitFor()
  await text(author, notes).getByText('This paragraph goes.').click()
  await author.locator('.ProseMirror-focused').waitFor()
  await author.keyboard.press('Control+End')

  // Neither has heard of the other: the author's line is down while the paragraph is deleted.
  other.network.cut()
  await author.getByText('You are offline.').first().waitFor()
  await author.keyboard.type(' Thailand reports twice a year.')
  await says(author, /On this device/)
  await text(coordinator, notes).getByText('This paragraph goes.').click()
  await coordinator.keyboard.press('Control+End')
  await coordinator.keyboard.press('Shift+Home')
  await coordinator.keyboard.press('Backspace')
  await coordinator.keyboard.press('Backspace')
  await expect.poll(() => wordsOf(coordinator, notes)).toBe('This paragraph stays.')
  await recorded(world, (raw) => !raw.includes('This paragraph goes.'))
  other.network.mend()

  await author.getByText('1 text of yours is kept aside.').waitFor()
  await coordinator.getByText('1 text of others was typed into something deleted meanwhile.').waitFor()
  await author.getByRole('button', { name: 'Look at them' }).click()
  const kept = author.getByRole('dialog', { name: 'Kept aside' })
  await kept.getByText('Thailand reports twice a year.').waitFor()
  await kept.getByText('Somebody deleted the place while this was being written.').waitFor()
  await kept.getByText(notes, { exact: true }).waitFor()

  await coordinator.getByRole('button', { name: 'Look at them' }).click()
  const office = coordinator.getByRole('dialog', { name: 'Kept aside' })
  await office.getByText('Somchai Jaidee').waitFor()
  expect(await findings(coordinator, 'words of others kept aside')).toEqual([])
  await office.getByText('Thailand reports twice a year.').waitFor()
  await office.getByRole('button', { name: 'Write it again in the notes' }).click()
  await recorded(world, (raw) => raw.includes('Thailand reports twice a year.'))
  // Settled for both: nobody is asked about it again.
  await office.waitFor({ state: 'detached' })
  await kept.waitFor({ state: 'detached' })
  expect(await author.getByText('kept aside').count()).toBe(0)
  await expect.poll(() => wordsOf(author, notes)).toContain('Thailand reports twice a year.')
  expect([...desk.complaints, ...other.complaints]).toEqual([])
  await Promise.all([desk.close(), other.close()])
})
