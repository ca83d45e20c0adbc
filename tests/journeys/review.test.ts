import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, type sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, recorded, says, signIn, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.REVIEW_SHOTS
async function shot(page: Page, name: string) {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

async function closed(): Promise<MeetingWorld> {
  const world = await meetingWorld({ outcomes: ['to build on the work already started in some fora', 'to meet again'] })
  return world
}

const recordOf = (world: MeetingWorld) => `${world.server.url}/m/${world.meetingId}/record`

test('[AFU1] a record is circulated, corrected by a delegation, taken in, circulated again, adopted, mended and compared', async () => {
  const world = await closed()
  const [desk, guest, watcher] = [await person(), await person(), await person('phone')]
  const seat = await world.seat('participant', 'THA')
  const delegate = await enterBy(guest, seat.url, 'Somchai Jaidee')
  const watching = await enterBy(watcher, (await world.seat('observer', 'ICBL')).url, 'Olga Observer')
  await write(delegate, 'Notes on item 1', 'Several delegations spoke of some fora.')
  await recorded(world, (raw) => raw.includes('Several delegations spoke'))
  await world.api('POST', `/meetings/${world.meetingId}/commands`, { kind: 'meeting.close', id: 'AAAAAAAAAAAAAAAAAAAAAA' })

  const office = desk.page
  await signIn(office, world)
  await office.goto(recordOf(world))
  await office.getByRole('button', { name: 'Circulate…' }).click()
  await office.getByText(/things? to look at first/).waitFor()
  await shot(office, 'circulate')
  expect(await findings(office, 'circulate')).toEqual([])
  await office.getByRole('button', { name: 'In 24 hours' }).click()
  await office.getByRole('button', { name: 'Circulate the record' }).click()
  await office.getByText('Matches the text on this page').waitFor()
  await shot(office, 'circulated-office')
  expect(await findings(office, 'circulated')).toEqual([])

  await delegate.goto(recordOf(world))
  await delegate.getByRole('button', { name: 'Propose a correction' }).waitFor()
  await shot(delegate, 'circulated-delegate')
  await delegate.getByRole('button', { name: 'Paragraph 1: comment or correct' }).click()
  const dialog = delegate.getByRole('dialog')
  await dialog.getByLabel('The words as they should be').fill('Several delegations spoke of regional fora.')
  await dialog.getByLabel('Why').fill('They were regional.')
  await shot(delegate, 'correction')
  expect(await findings(delegate, 'a correction')).toEqual([])
  await dialog.getByRole('button', { name: 'Send the correction' }).click()
  await dialog.waitFor({ state: 'detached' })

  await office.getByText('They were regional.').first().waitFor()
  await shot(office, 'commented-office')
  await office.getByRole('button', { name: 'Answer…' }).click()
  await office.getByRole('radio', { name: 'Taken in', exact: true }).click()
  await office.getByLabel('A word why').fill('Agreed')
  await shot(office, 'answer')
  expect(await findings(office, 'an answer')).toEqual([])
  await office.getByRole('button', { name: 'Send the answer' }).click()
  await office.getByRole('button', { name: 'Write these words into the paragraph' }).click()
  await recorded(world, (raw) => raw.includes('spoke of regional fora.'))
  await office.getByRole('tab', { name: /Changes since circulation/ }).click()
  await office.locator('ins').filter({ hasText: 'regional' }).waitFor()
  await shot(office, 'changes-draft')
  expect(await findings(office, 'changes')).toEqual([])

  await office.getByRole('button', { name: 'Circulate…' }).click()
  await office.getByRole('radio', { name: 'The Coordinator decides' }).click()
  await office.getByRole('button', { name: 'Circulate the record' }).click()
  await office.getByText('Circulated, revision 2', { exact: true }).waitFor()

  await delegate.getByRole('button', { name: 'Object…' }).click()
  await delegate.getByRole('combobox', { name: 'On what' }).fill('Paragraph 2')
  await delegate.getByRole('option').first().click()
  await delegate.getByLabel('What you object to, and why').fill('We did not agree to this.')
  await shot(delegate, 'objection')
  await delegate.getByRole('button', { name: 'Send the objection' }).click()
  await delegate.getByRole('dialog').waitFor({ state: 'detached' })
  await office.getByRole('button', { name: 'Adopt…' }).click()
  await office.getByText('1 objection is open. The record can be adopted').waitFor()
  expect(await office.getByRole('button', { name: 'Adopt this text' }).count()).toBe(0)
  await shot(office, 'adopt-objection')
  await office.keyboard.press('Escape')
  await delegate.getByRole('button', { name: 'Withdraw', exact: true }).first().click()
  await delegate.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await delegate
    .getByText(/^Withdrawn/)
    .first()
    .waitFor()
  await office.getByRole('button', { name: 'Adopt…' }).click()
  await office.getByRole('button', { name: 'Adopt this text' }).waitFor()
  await shot(office, 'adopt')
  expect(await findings(office, 'adopt')).toEqual([])
  await office.getByRole('button', { name: 'Adopt this text' }).click()
  await office.getByText(/by decision of/).waitFor()
  await office.getByText('Matches the text on this page').waitFor()
  await shot(office, 'adopted')
  expect(await findings(office, 'adopted')).toEqual([])

  await office.getByRole('button', { name: 'Mend or add…' }).click()
  await office.getByRole('menuitem', { name: /Corrigendum/ }).click()
  await office.getByRole('combobox', { name: 'Mend a paragraph' }).fill('Paragraph 1')
  await office.getByRole('option').first().click()
  await office.getByLabel('New words: Paragraph 1').fill('Several delegations spoke of three regional fora.')
  await office.getByLabel('Reason').fill('A number was missing.')
  await shot(office, 'corrigendum')
  expect(await findings(office, 'corrigendum')).toEqual([])
  await office.getByRole('button', { name: 'Make the corrigendum' }).click()
  await office.getByRole('tab', { name: /Changes since adoption/ }).click()
  await office.locator('ins').filter({ hasText: 'three' }).waitFor()
  await office.getByText('Matches the text on this page').waitFor()
  await shot(office, 'corrigendum-made')
  await office.getByRole('button', { name: 'Compare two versions' }).click()
  await office.getByRole('dialog').locator('ins, del').nth(2).waitFor()
  await shot(office, 'compare')
  expect(await findings(office, 'compare')).toEqual([])
  await office.keyboard.press('Escape')

  await watching.goto(recordOf(world))
  await watching.getByText('Matches the text on this page').waitFor()
  await watching.getByText('spoke of three regional fora').first().waitFor()
  expect(await watching.getByRole('tab', { name: /Comments/ }).count()).toBe(0)
  await shot(watching, 'observer-phone')
  expect(await findings(watching, 'observer on a phone')).toEqual([])
  expect([...desk.complaints, ...guest.complaints, ...watcher.complaints]).toEqual([])
})

test('[AFU10] words that come after the record was circulated are sent by their author as a correction, with the difference shown', async () => {
  const world = await closed()
  const guest = await person()
  const delegate = await enterBy(guest, (await world.seat('participant', 'THA')).url, 'Somchai Jaidee')
  await write(delegate, 'Notes on item 1', 'Several delegations spoke of some fora.')
  await recorded(world, (raw) => raw.includes('spoke of some fora.'))
  await says(delegate, 'Saved')

  guest.network.cut()
  await delegate.getByText('You are offline.').first().waitFor()
  await write(delegate, 'Notes on item 1', ' Thailand reported.')
  await says(delegate, /On this device/)
  const command = (body: object) => world.api('POST', `/meetings/${world.meetingId}/commands`, body)
  await command({ kind: 'meeting.close', id: 'AAAAAAAAAAAAAAAAAAAAAA' })
  const deadline = new Date(Date.now() + 24 * 3_600_000).toISOString()
  await command({ kind: 'record.circulate', id: 'AAAAAAAAAAAAAAAAAAAAAQ', deadline, timeZone: 'Europe/Zurich', mode: 'silence' })
  guest.network.mend()

  await delegate.getByText('1 text of yours is kept aside.').waitFor()
  await delegate.getByRole('button', { name: 'Look at them' }).click()
  await delegate.getByRole('button', { name: 'Send as a correction…' }).click()
  const dialog = delegate.getByRole('dialog', { name: /Paragraph 1/ })
  await dialog.locator('ins').filter({ hasText: 'Thailand reported' }).waitFor()
  await shot(delegate, 'late-words')
  expect(await findings(delegate, 'late words as a correction')).toEqual([])
  await dialog.getByRole('button', { name: 'Send the correction' }).click()
  await expect
    .poll(async () => JSON.stringify(await world.api('GET', `/meetings/${world.meetingId}/comments`)))
    .toContain('Thailand reported.')
  await expect.poll(() => delegate.getByText('kept aside').count()).toBe(0)

  await delegate.getByRole('button', { name: /Status of this meeting/ }).click()
  await delegate.getByRole('menuitem', { name: /Open the record/ }).click()
  await delegate.getByText('Matches the text on this page').waitFor()
  await delegate.locator('li').filter({ hasText: 'yours' }).first().waitFor()
  expect(guest.complaints).toEqual([])
})

test('[AFU1] a circulated record in Arabic, on a phone and on a tablet, with everything that opens on it', async () => {
  const world = await closed()
  const arabic = await person('phone', 'ar')
  const desk = await person('tablet')
  const seat = await world.seat('participant', 'THA')
  const command = (body: object) => world.api('POST', `/meetings/${world.meetingId}/commands`, body)
  await command({ kind: 'meeting.close', id: 'AAAAAAAAAAAAAAAAAAAAAA' })
  const deadline = new Date(Date.now() + 30 * 3_600_000).toISOString()
  await command({ kind: 'record.circulate', id: 'AAAAAAAAAAAAAAAAAAAAAQ', deadline, timeZone: 'Asia/Bangkok', mode: 'silence' })

  const { page } = arabic
  await page.goto(seat.url)
  await page.locator('input').first().fill('Somchai Jaidee')
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/\/m\//)
  await page.goto(`${recordOf(world)}#p1`)
  await page.getByText('تطابق النص في هذه الصفحة').waitFor()
  await shot(page, 'arabic-phone')
  expect(await findings(page, 'circulated, Arabic, phone')).toEqual([])
  await page.getByRole('button', { name: 'الفقرة 1: علِّق أو صوِّب' }).click()
  await page.getByRole('dialog').waitFor()
  await shot(page, 'arabic-phone-correction')
  expect(await findings(page, 'a correction, Arabic, phone')).toEqual([])

  const office = desk.page
  await signIn(office, world)
  await office.goto(recordOf(world))
  await office.getByText('Matches the text on this page').waitFor()
  await shot(office, 'tablet')
  expect(await findings(office, 'circulated, tablet')).toEqual([])
  await office.getByRole('button', { name: 'Deadline and recall' }).click()
  await office.getByRole('menuitem', { name: 'Change the deadline…' }).click()
  await office.getByRole('button', { name: 'In 72 hours' }).click()
  await office.getByLabel('Reason').fill('Two delegations asked for more time.')
  await shot(office, 'deadline')
  expect(await findings(office, 'deadline, tablet')).toEqual([])
  await office.getByRole('button', { name: 'Set this deadline' }).click()
  await office
    .getByText(/Two delegations asked for more time/)
    .first()
    .waitFor()
  await office.getByRole('button', { name: 'Deadline and recall' }).click()
  await office.getByRole('menuitem', { name: 'Take back to draft…' }).click()
  await office.getByRole('button', { name: 'Take it back to draft' }).click()
  await office.getByText(/Taken back after circulation/).waitFor()
  // The other page hears of it by itself.
  await page.getByText('مشروع غير معتمد').waitFor()
  expect([...arabic.complaints, ...desk.complaints]).toEqual([])
})
