import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, inMeeting, recorded, says, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Typed slowly enough that the three of them write for a minute without a network. */
const sentences = [
  'The first delegation wrote that each forum needs one member willing to raise the subject and to report back.',
  'The second delegation wrote that the work already begun in some fora can be taken to others not yet reached.',
  'The third delegation wrote that partners in the countries concerned know best which door is open at present.',
]

test('[J4] three write through a minute without network, one closes the tab meanwhile, and no word is lost', async () => {
  const world = await meetingWorld()
  const devices = await Promise.all([device(browser), device(browser), device(browser, 'phone')])
  const seat = await world.seat('participant', 'THA')
  const names = ['Text of outcome 1.1', 'Notes on item 1', 'Notes on item 1']
  const pages = await Promise.all(devices.map((one, index) => enterBy(one, seat.url, `Delegate ${index + 1}`)))
  for (const page of pages) await says(page, 'Saved')
  // The editor's code comes when the page is at rest: who loses the line before that can read, not write.
  for (const [index, page] of pages.entries()) {
    await page.getByRole('textbox', { name: names[index] ?? '', exact: true }).click()
    await page.locator('.ProseMirror-focused').waitFor()
    await page.keyboard.press('Escape')
  }
  for (const { network } of devices) network.cut()
  await Promise.all(
    pages.map(async (page, index) => {
      await page.getByText('You are offline.').first().waitFor()
      await write(page, names[index] ?? '', ` ${sentences[index] ?? ''}`, 520)
      // Told to be on the device, never to be saved.
      await says(page, /On this device/)
    }),
  )
  const [first, second, third] = devices
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three devices')
  await second.page.close()
  for (const { network } of devices) network.mend()
  await says(first.page, 'Saved')
  await says(third.page, 'Saved')
  const reopened = await second.context.newPage()
  await reopened.goto(`${world.server.url}/m/${world.meetingId}`)
  await inMeeting(reopened)
  for (const sentence of sentences) await recorded(world, (raw) => raw.includes(sentence))
  await says(reopened, 'Saved')
  await Promise.all(devices.map((one) => one.close()))
})

test('[J5] where WebSockets are refused the meeting works by polling, with the same rights', async () => {
  const world = await meetingWorld()
  const [desk, blocked] = await Promise.all([device(browser), device(browser)])
  blocked.network.refuseWebSockets()
  const seat = await world.seat('participant', 'ICBL')
  const behind = await enterBy(blocked, seat.url, 'Polling Person')
  const coordinator = await enterAsCoordinator(desk, world)
  await write(behind, 'Notes on item 1', 'Written over long polling.')
  await says(behind, 'Saved')
  await text(coordinator, 'Notes on item 1').getByText('Written over long polling.').waitFor()
  await write(coordinator, 'Text of outcome 1.1', ' over a socket')
  await text(behind, 'Text of outcome 1.1').getByText('over a socket').waitFor()
  await recorded(world, (raw) => raw.includes('over a socket') && raw.includes('Written over long polling.'))
  expect(blocked.network.refused).toBeGreaterThan(0)
  await Promise.all([desk.close(), blocked.close()])
})

test('[J8] a killed server loses nothing, and a page reloaded without it still shows the record and takes new words', async () => {
  const world = await meetingWorld()
  const one = await device(browser)
  const seat = await world.seat('rapporteur', 'ISU')
  const page = await enterBy(one, seat.url, 'Ines Suter')
  await write(page, 'Notes on item 1', 'Saved before the kill.')
  await says(page, 'Saved')
  // The worker that keeps the page itself has to be in charge before the network goes.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await inMeeting(page)
  await world.server.kill()
  await page.getByText('You are offline.').first().waitFor()
  await page.reload()
  await text(page, 'Notes on item 1').getByText('Saved before the kill.').waitFor()
  await write(page, 'Notes on item 1', ' Written without a server.')
  await says(page, /On this device/)
  await page.reload()
  await text(page, 'Notes on item 1').getByText('Written without a server.').waitFor()
  await world.server.start()
  await says(page, 'Saved')
  await recorded(world, (raw) => raw.includes('Saved before the kill.') && raw.includes('Written without a server.'))
  await one.close()
})
