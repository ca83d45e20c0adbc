import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import { device, openBrowser, type sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function somebody(size: keyof typeof sizes) {
  const one = await device(browser, size)
  onTestFinished(() => one.close())
  // Nothing half faded in is measured.
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

/** Makes this item the current one, as the chair. */
function openItem(world: MeetingWorld, item: number, from: number | null) {
  const id = makeId(randomBytes(16))
  const body = { kind: 'item.open', id, item: world.items[item], from: from === null ? null : world.items[from] }
  return world.api('POST', `/meetings/${world.meetingId}/commands`, body)
}

const agenda = { items: ['Opening', 'Other matters'] }

test('[ATT11] who checks in and leaves on a phone stands in the record with the items under which that was', async () => {
  const world = await meetingWorld(agenda)
  await openItem(world, 0, null)
  const { url } = await world.seat('participant', 'THA')
  const phone = await somebody('phone')
  const page = await enterBy(phone, url, 'Somchai Delegate')
  await page.getByRole('button', { name: 'People', exact: true }).click()
  await page.getByText('You are not checked in yet.').waitFor()
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  await page.getByText('Checked in, arrived under item 1').waitFor()
  await openItem(world, 1, 0)
  await page.getByRole('button', { name: 'I am leaving' }).click()
  await page.getByText('You left under item 2.').waitFor()
  await page.goto(`${world.server.url}/m/${world.meetingId}/record`)
  const row = page.getByRole('row').filter({ hasText: 'Thailand' })
  // The copy on the device is shown first, and then what the server has.
  await expect
    .poll(() => row.textContent(), { timeout: 15_000 })
    .toMatch(/arrived under item 1, \d\d:\d\d; left under item 2, \d\d:\d\d/)
  expect(await row.textContent()).toContain('Somchai Delegate')
  expect([...(await findings(page, 'record with attendance')), ...phone.complaints]).toEqual([])
})

test('[ATT12] the office records the room without the mouse: those who are in it by one press, others by arrow and space', async () => {
  const world = await meetingWorld(agenda)
  await openItem(world, 0, null)
  const guest = await somebody('phone')
  await enterBy(guest, (await world.seat('participant', 'ICBL')).url, 'Dua Delegate')
  const office = await somebody('desk')
  const page = await enterAsCoordinator(office, world)
  await page.getByRole('button', { name: 'Attendance…' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Attendance' }).waitFor()
  await tabTo(page, 'Record it as present')
  await page.keyboard.press('Enter')
  await chosen(page, 'International Campaign to Ban Landmines', 'Present')
  await tabTo(page, 'Find a delegation or a name')
  await page.keyboard.type('can')
  await tabTo(page, 'Present')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await chosen(page, 'Canada', 'Apologies')
  await tabTo(page, 'More for Canada')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toContain('Arrived now, under item 1')
  await page.keyboard.press('Enter')
  await chosen(page, 'Canada', 'Present')
  await page.getByText(/Arrived under item 1, \d\d:\d\d/).waitFor()
  expect([...(await findings(page, 'attendance')), ...office.complaints]).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // The focus goes back a frame after the dialog has gone.
  await expect.poll(() => focused(page)).toBe('Attendance…')
})

test('[ATT13] who does not hold the office reads the list and finds nothing to change in it', async () => {
  const world = await meetingWorld(agenda)
  const command = { kind: 'attendance.set', id: makeId(randomBytes(16)), party: { words: 'An expert' }, state: 'apologies' }
  await world.api('POST', `/meetings/${world.meetingId}/commands`, command)
  const observer = await somebody('phone')
  const page = await enterBy(observer, (await world.seat('observer')).url, 'Olu Observer')
  await page.getByRole('button', { name: 'People', exact: true }).click()
  const list = page.getByRole('dialog', { name: 'Attendance' })
  await page.getByRole('button', { name: 'List of attendance' }).waitFor()
  expect(await page.getByRole('button', { name: 'Check in' }).count()).toBe(0)
  await page.getByRole('button', { name: 'List of attendance' }).click()
  const row = list.getByRole('row').filter({ hasText: 'An expert' })
  await row.waitFor()
  expect(await row.textContent()).toContain('Apologies')
  expect(await list.getByRole('radio').count()).toBe(0)
  expect(await list.getByRole('button', { name: /Record|Add|More/ }).count()).toBe(0)
  expect([...(await findings(page, 'list for a reader')), ...observer.complaints]).toEqual([])
})

/** Waits until this state of a delegation is the chosen one. */
function chosen(page: Page, name: string, state: string) {
  const group = page.getByRole('radiogroup', { name: `Attendance of ${name}` })
  return group.getByRole('radio', { name: state, checked: true }).waitFor()
}

/** Goes on with the tab key until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  throw new Error(`The tab key never came to ${name}`)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const labels = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const named = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    return (element?.getAttribute('aria-label') ?? (named || label || element?.textContent) ?? '').trim()
  })
}
