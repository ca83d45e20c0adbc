import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, type sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { signIn } from '../support/visit.ts'
import { type YearsWorld, yearsWorld } from '../support/yearsWorld.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.ARCHIVE_SHOTS
async function shot(page: Page, name: string) {
  if (shots === undefined) return
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await page.screenshot({ path: `${shots}/${name}-${theme}.png`, fullPage: true })
  }
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

/** The coordinator, on a page of the group. */
async function at(world: YearsWorld, path: string, size: keyof typeof sizes = 'desk'): Promise<Device> {
  const one = await person(size)
  await signIn(one.page, world)
  await one.page.goto(`${world.server.url}/g/${world.groupId}${path}`)
  return one
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search all records' })

test('[ARC1] the archive stands by year and formal meeting; typing searches it, the address holds the search, Back leads to what was before', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/records')
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  await page.getByRole('heading', { name: 'Standing Committees, May 2002' }).waitFor()
  await page.getByText('2 outcomes, 3 actions').waitFor()
  await shot(page, 'archive')
  expect(await findings(page, 'archive')).toEqual([])

  await field(page).pressSequentially('regional fora', { delay: 30 })
  await page.getByText(/^\d+ passages in \d+ records$/).waitFor()
  await page.locator('mark').first().waitFor()
  expect(new URL(page.url()).search).toBe('?q=regional+fora')
  await shot(page, 'search')
  expect(await findings(page, 'search')).toEqual([])

  await page.getByRole('checkbox', { name: /^Outcomes/ }).check()
  await expect.poll(() => new URL(page.url()).search).toBe('?q=regional+fora&part=outcome')
  await page.getByText('for Outcomes').waitFor()
  expect(await page.getByRole('link', { name: 'Paragraph 2' }).count()).toBeGreaterThan(0)
  await page.goBack()
  await expect.poll(() => new URL(page.url()).search).toBe('?q=regional+fora')
  expect(await page.getByRole('checkbox', { name: /^Outcomes/ }).isChecked()).toBe(false)

  await page
    .getByRole('link', { name: /^Paragraph/ })
    .first()
    .click()
  await page.waitForURL(/\/m\/.*\/record/)
  await page.goBack()
  await page.locator('mark').first().waitFor()
  expect(await field(page).inputValue()).toBe('regional fora')
  await page.goBack()
  await page.getByRole('heading', { name: /^2002/ }).waitFor()
  expect(await field(page).inputValue()).toBe('')
  expect(complaints).toEqual([])
})
