import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { installRelease } from '../support/releases.ts'
import { enterBy, inMeeting, recorded, says, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[WEB80] a page of an older release is told to reload, changes nothing until then, and brings what was typed meanwhile once it has', async () => {
  const release = installRelease()
  const world = await meetingWorld({ place: release.place })
  const [writer, reader] = await Promise.all([device(browser), device(browser)])
  const seat = await world.seat('rapporteur', 'ISU')
  const page = await enterBy(writer, seat.url, 'Ines Suter')
  const other = await enterBy(reader, seat.url, 'Other Person')
  await write(page, 'Notes on item 1', 'Before.')
  await says(page, 'Saved')
  for (const one of [page, other]) await keptByWorker(one)
  await text(page, 'Notes on item 1').click()
  await page.locator('.ProseMirror-focused').waitFor()
  writer.network.cut()
  await page.getByText('You are offline.').first().waitFor()
  await write(page, 'Notes on item 1', ' Typed meanwhile.')
  await says(page, /On this device/)

  await world.server.stop()
  release.exchange()
  await world.server.start()
  writer.network.mend()

  await page.getByRole('alert').getByText('This page is older than the server. Reload it.').waitFor()
  await other.getByText('This page is older than the record.').waitFor()
  const { raw } = await world.record()
  expect([raw.includes('Before.'), raw.includes('meanwhile')]).toEqual([true, false])

  // A reload by its button brings the new release, though the worker of the old one is in charge.
  await page.getByRole('button', { name: 'Reload' }).first().click()
  await recorded(world, (now) => now.includes('Before. Typed meanwhile.'))
  await says(page, 'Saved')
  await other.getByRole('button', { name: 'Reload' }).first().click()
  await other.getByText('This page is older than the record.').waitFor({ state: 'hidden' })
  await write(other, 'Notes on item 1', ' And written on.')
  await recorded(world, (now) => now.includes('Before. Typed meanwhile. And written on.'))
  await Promise.all([writer.close(), reader.close()])
})

/** The worker that keeps the page has to be in charge, as after any second visit. */
async function keptByWorker(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await inMeeting(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await says(page, 'Saved')
}
