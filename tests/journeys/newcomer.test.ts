import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { inMeeting, says, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J1] a newcomer starts the server, claims it, opens the sample, shares a link and writes from a second browser', async () => {
  const server = await serverProcess()
  onTestFinished(() => server.dispose())
  const [first, second] = await Promise.all([device(browser), device(browser)])
  const { page } = first
  await page.goto(server.firstAddress)
  // The secret leaves the address bar at once.
  await expect.poll(() => page.url()).not.toContain('#')
  await page.getByLabel('Your name').fill('Ada Newcomer')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Make the administrator' }).click()
  await page.getByRole('button', { name: 'Load the sample group' }).click()
  await page
    .getByRole('link', { name: /Meeting of the Universalization Contact Group/ })
    .first()
    .click()
  await page.waitForURL(/\/m\//)
  const meeting = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  await page.goto(`${server.url}${meeting}`)
  await inMeeting(page)
  await page.getByText('States steadfast in their opposition').first().waitFor()

  await page.getByRole('button', { name: /^Share/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /May/ }).click()
  await page.getByRole('option', { name: /rapporteur/ }).click()
  await dialog.getByRole('button', { name: 'Make a seat link' }).click()
  const link = await dialog.getByLabel('Seat link').inputValue()
  expect(link).toMatch(/\/join#/)
  await page.keyboard.press('Escape')

  await second.page.goto(link)
  await second.page.getByLabel('Your name').fill('Ravi Rapporteur')
  await second.page.getByRole('button', { name: 'Enter the meeting' }).click()
  await inMeeting(second.page)
  await write(second.page, 'Notes on item 1', 'Added from the second browser.')
  await says(second.page, 'Saved')
  await text(page, 'Notes on item 1').getByText('Added from the second browser.').waitFor()
  expect([...first.complaints, ...second.complaints]).toEqual([])
  await Promise.all([first.close(), second.close()])
})
