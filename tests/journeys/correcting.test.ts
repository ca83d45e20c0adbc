import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, recorded, signIn } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function person(): Promise<Device> {
  const one = await device(browser)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

const recordOf = (world: MeetingWorld) => `${world.server.url}/m/${world.meetingId}/record`
const commandsOf = (world: MeetingWorld) => (body: object) => world.api('POST', `/meetings/${world.meetingId}/commands`, body)
const ids = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAQ', 'AAAAAAAAAAAAAAAAAAAAAg'] as const

async function circulated(): Promise<MeetingWorld> {
  const world = await meetingWorld({ outcomes: ['to build on the work in some fora', 'to meet again'] })
  const command = commandsOf(world)
  await command({ kind: 'meeting.close', id: ids[0] })
  const deadline = new Date(Date.now() + 30 * 3_600_000).toISOString()
  await command({ kind: 'record.circulate', id: ids[1], deadline, timeZone: 'Europe/Zurich', mode: 'silence' })
  return world
}

/** A correction of one paragraph, from its number on by keys. */
async function corrects(page: Page, number: number, words: string): Promise<void> {
  await page.locator(`#p${number} a`).first().focus()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Comment or correct: Paragraph ${number}` })
  await dialog.getByLabel('The words as they should be').fill(words)
  await dialog.getByLabel('Why').fill('So it was said.')
  await dialog.getByRole('button', { name: 'Send the correction' }).click()
  await dialog.waitFor({ state: 'detached' })
  // The focus comes back to where it was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe(`p${number}`)
}

test('[AFU43] [AFU42] [AFU40] a correction is begun by C on the paragraph with the focus, its answered card stays, and its verb is written', async () => {
  const world = await circulated()
  const [guest, desk] = [await person(), await person()]
  const delegate = await enterBy(guest, (await world.seat('participant', 'THA')).url, 'Somchai Jaidee')
  await delegate.goto(recordOf(world))
  await delegate.getByText('Matches the text on this page').waitFor()
  await delegate.keyboard.press('?')
  const sheet = delegate.getByRole('dialog', { name: 'Keys on this page' })
  await sheet.getByText('Comment or correct the paragraph').waitFor()
  expect(await findings(delegate, 'keys of the record')).toEqual([])
  await delegate.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await corrects(delegate, 1, 'noted to build on the work in regional fora')
  await corrects(delegate, 2, 'agreed to meet again soon')

  const office = desk.page
  await signIn(office, world)
  await office.goto(recordOf(world))
  await office.getByRole('tab', { name: 'Comments 2' }).click()
  await office.getByRole('radio', { name: 'Unanswered 2' }).waitFor()
  const card = office.getByRole('listitem').filter({ hasText: 'regional' })
  await card.getByRole('button', { name: 'Answer…' }).click()
  await office.getByRole('radio', { name: 'Taken in', exact: true }).click()
  await office.getByLabel('A word why').fill('Agreed with Thailand.')
  await office.getByRole('button', { name: 'Send the answer' }).click()
  await card.getByText('Agreed with Thailand.').waitFor()
  await office.getByRole('radio', { name: 'Unanswered 1' }).waitFor()
  await card.getByRole('button', { name: 'Write these words into the paragraph' }).click()
  await recorded(world, (raw) => raw.includes('regional fora') && raw.includes('"noted"'))
  await office.getByRole('radio', { name: 'All 2' }).click()
  await card.waitFor()
  await office.getByRole('radio', { name: 'Unanswered 1' }).click()
  await card.waitFor({ state: 'detached' })
  expect([...guest.complaints, ...desk.complaints]).toEqual([])
})

test('[AFU41] an outcome that was removed after circulation is put back from the comparison, with its words', async () => {
  const world = await circulated()
  await commandsOf(world)({ kind: 'record.recall', id: ids[2] })
  const desk = await person()
  const office = desk.page
  await signIn(office, world)
  await office.goto(`${world.server.url}/m/${world.meetingId}`)
  await office
    .getByRole('button', { name: /^Outcome 1.2: move/ })
    .last()
    .click()
  await office.getByRole('menuitem', { name: /Remove/ }).click()
  await recorded(world, (raw) => raw.includes('"removed":true') || !raw.includes('to meet again'))
  await office.goto(recordOf(world))
  await office.getByRole('tab', { name: /Changes since circulation/ }).click()
  expect(await findings(office, 'a removed outcome')).toEqual([])
  await office.getByRole('button', { name: 'Restore: Paragraph 2' }).click()
  await office.getByText('Nothing differs').waitFor()
  await recorded(world, (raw) => raw.includes('to meet again') && !raw.includes('"removed":true'))
  expect(desk.complaints).toEqual([])
})
