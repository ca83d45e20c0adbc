import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, sizes } from '../support/browser.ts'
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

const groupPage = (world: YearsWorld, path: string) => `${world.server.url}/g/${world.groupId}${path}`

/** The coordinator, on a page of the group. */
async function at(world: YearsWorld, path: string, size: keyof typeof sizes = 'desk'): Promise<Device> {
  const one = await person(size)
  await signIn(one.page, world)
  await one.page.goto(groupPage(world, path))
  return one
}

/** The row of the table with these words. */
const row = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words })

test('[ARC2] the register of actions shows the overdue first; progress is noted with its words, ticked and taken back, and the record stays as it was', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/actions')
  await page.getByRole('rowheader', { name: /^Overdue 1/ }).waitFor()
  const headings = await page.getByRole('rowheader').allTextContents()
  expect(headings.map((one) => one.replace(/\s*\d+$/, ''))[0]).toBe('Overdue')
  await page.getByText('3 open, 1 overdue').waitFor()
  await shot(page, 'actions')
  expect(await findings(page, 'actions')).toEqual([])

  await row(page, 'Share with the Group')
    .getByRole('button', { name: /note what became of action A1/ })
    .click()
  await page.getByRole('menuitemradio', { name: 'In progress' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Note').fill('Eleven countries so far.')
  await shot(page, 'progress-dialog')
  expect(await findings(page, 'a note of progress')).toEqual([])
  await dialog.getByRole('button', { name: 'Note it' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row(page, 'Share with the Group').getByText('Eleven countries so far.').waitFor()

  await page.getByRole('checkbox', { name: 'Action A2 is done' }).click()
  await page.getByText('2 open, 1 overdue').waitFor()
  await shot(page, 'actions-progress')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('3 open, 1 overdue').waitFor()

  await page.getByRole('button', { name: 'Subscribe' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByRole('textbox', { name: /Token/ }).inputValue()
  await shot(page, 'subscribe')
  expect(await findings(page, 'subscribe')).toEqual([])
  const address = await page.getByRole('textbox', { name: 'Address of the calendar' }).inputValue()
  const feed = await fetch(address, { headers: { authorization: `Basic ${btoa(`me:${token}`)}` } })
  expect(feed.status).toBe(200)
  expect(await feed.text()).toContain('BEGIN:VCALENDAR')
  await page.keyboard.press('Escape')

  await row(page, 'Share with the Group')
    .getByRole('link', { name: /Share with the Group/ })
    .click()
  await page.getByRole('heading', { name: 'Action A1' }).waitFor()
  await page.getByText('Eleven countries so far.').waitFor()
  await page.getByText('Record adopted').waitFor()
  await shot(page, 'thread-action')
  expect(await findings(page, 'thread of an action')).toEqual([])
  for (const { meetingId, fingerprint } of world.past) {
    expect((await world.api('GET', `/meetings/${meetingId}/record`)).fingerprint).toBe(fingerprint)
  }
  expect(complaints).toEqual([])
})

test('[ARC3] the office says that an outcome was superseded or implemented; both stand beside it, with the thread through the years', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/outcomes')
  await row(page, 'the value of regional fora').waitFor()
  await shot(page, 'outcomes')
  expect(await findings(page, 'outcomes')).toEqual([])
  await row(page, 'the value of regional fora')
    .getByRole('button', { name: /Say what became of outcome/ })
    .click()
  await page.getByRole('menuitem', { name: /Superseded by a later outcome/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'The later outcome' }).fill('that the use')
  await page.getByRole('option').first().click()
  await dialog.getByLabel('Note').fill('The May meeting went further.')
  await shot(page, 'supersede')
  expect(await findings(page, 'superseded by')).toEqual([])
  await dialog.getByRole('button', { name: 'Note that it was superseded' }).click()
  await dialog.waitFor({ state: 'detached' })
  await row(page, 'the value of regional fora')
    .getByText(/^Superseded on .* by Outcome 1\.1 of/)
    .waitFor()

  await row(page, 'likely candidates')
    .getByRole('button', { name: /Say what became of outcome/ })
    .click()
  await page.getByRole('menuitem', { name: 'Implemented…' }).click()
  await page.getByRole('dialog').getByLabel('Note').fill('Two states acceded.')
  await page.getByRole('dialog').getByRole('button', { name: 'Note that it was implemented' }).click()
  await row(page, 'likely candidates').getByText('Two states acceded.').waitFor()
  await shot(page, 'outcomes-later')
  expect(await findings(page, 'outcomes with later facts')).toEqual([])

  await page.getByRole('button', { name: 'Superseded', exact: true }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?state=superseded')
  await row(page, 'likely candidates').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /the value of regional fora/ }).click()
  await page.getByRole('heading', { name: 'Outcome 1.1' }).waitFor()
  await page.getByText('The May meeting went further.').first().waitFor()
  await shot(page, 'thread-outcome')
  expect(await findings(page, 'thread of an outcome')).toEqual([])
  for (const { meetingId, fingerprint } of world.past) {
    expect((await world.api('GET', `/meetings/${meetingId}/record`)).fingerprint).toBe(fingerprint)
  }
  expect(complaints).toEqual([])
})

test('[ARC4] participation stands as a table by delegation, type and region; the chart repeats it', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '/participation')
  await page
    .getByRole('row', { name: /Canada/ })
    .getByText('2 of 3')
    .waitFor()
  await shot(page, 'participation')
  expect(await findings(page, 'participation')).toEqual([])
  await page.getByRole('tab', { name: 'By type' }).click()
  await page.getByRole('row', { name: /^States/ }).waitFor()
  await shot(page, 'participation-type')
  expect(await findings(page, 'participation by type')).toEqual([])
  expect(complaints).toEqual([])
})

test('[ARC5] the home of a group shows the open actions that press most and its latest records', async () => {
  const world = await yearsWorld()
  const { page, complaints } = await at(world, '')
  await page.getByRole('link', { name: 'All 3 open actions' }).waitFor()
  await page.getByText(/30 Aug 2002, overdue/).waitFor()
  await page.getByRole('link', { name: /27 May 2002, Geneva/ }).waitFor()
  await page.getByText(/In session since/).waitFor()
  await shot(page, 'home')
  expect(await findings(page, 'home')).toEqual([])
  await page.setViewportSize(sizes.phone)
  await shot(page, 'home-phone')
  expect(await findings(page, 'home on a phone')).toEqual([])
  expect(complaints).toEqual([])
})

test('[ARC11] a delegation may note progress on what it leads or takes part in, and sees no control elsewhere; an observer sees none', async () => {
  const world = await yearsWorld()
  const guest = await person('tablet')
  const seat = (role: string, code: string) =>
    world.api('POST', `/groups/${world.groupId}/seats`, { role, delegationId: world.delegations.get(code), maxClaims: null })
  const comeIn = async (page: Page, link: unknown, name: string) => {
    await page.goto(String(link))
    await page.getByLabel('Your name').fill(name)
    await page.locator('form button[type=submit]').click()
    await page.waitForURL(/\/g\//)
    await page.goto(groupPage(world, '/actions'))
    await row(page, 'Share with the Group').waitFor()
  }
  await comeIn(guest.page, (await seat('participant', 'THA')).url, 'Somchai Jaidee')
  const { page } = guest
  expect(await page.getByRole('checkbox').count()).toBe(1)
  await page.getByRole('button', { name: 'Led by Thailand' }).click()
  await row(page, 'Share with the Group').waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: 'Action A2 is done' }).click()
  await page.getByText('Action A2 is noted as done.').waitFor()
  await row(page, 'Raise universalization')
    .getByText(/Somchai Jaidee, Thailand/)
    .waitFor()
  await shot(page, 'actions-ours')
  expect(await findings(page, 'actions of one delegation, tablet')).toEqual([])

  const watcher = await person('phone')
  await comeIn(watcher.page, (await seat('observer', 'ICBL')).url, 'Olga Observer')
  expect(await watcher.page.getByRole('checkbox').count()).toBe(0)
  expect(await watcher.page.getByRole('button', { name: /note what became/ }).count()).toBe(0)
  await shot(watcher.page, 'actions-observer')
  expect(await findings(watcher.page, 'actions of an observer, phone')).toEqual([])
  expect([...guest.complaints, ...watcher.complaints]).toEqual([])
})
