import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { applyEdit } from '../../shared/record/index.ts'
import { type Device, device, openBrowser, sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld, stockClient } from '../support/meetingWorld.ts'
import { says, signIn, text, wordsOf, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.REPORT_SHOTS
async function shot(page: Page, name: string) {
  if (shots === undefined) return
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await page.screenshot({ path: `${shots}/${name}-${theme}.png`, fullPage: true })
  }
}

interface SampleWorld extends MeetingWorld {
  readonly sampleGroup: string
  readonly sampleMeeting: string
}

/** The world with the record of 2002 in it. */
async function sampleWorld(): Promise<SampleWorld> {
  const world = await meetingWorld()
  const { groupId, meetingIds } = await world.api('POST', '/sample')
  return { ...world, sampleGroup: String(groupId), sampleMeeting: String((meetingIds as string[])[0]) } // the answer fits its schema
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

/** A report of the sample's meeting. */
async function made(world: SampleWorld): Promise<string> {
  const answer = await world.api('POST', `/groups/${world.sampleGroup}/reports`, { meetingIds: [world.sampleMeeting] })
  return `${world.server.url}/r/${String(answer.reportId)}`
}

async function seatIn(world: SampleWorld, one: Device, role: string, name: string, address: string): Promise<Page> {
  const seat = await world.api('POST', `/groups/${world.sampleGroup}/seats`, { role, maxClaims: null })
  const { page } = one
  await page.goto(String(seat.url))
  await page.locator('input').first().fill(name)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(/\/g\//)
  await page.goto(address)
  return page
}

const outcomesOf = (page: Page) => page.locator('[data-part=outcomes] > li')

/** The first outcome's words are changed in the record, by somebody with another program. */
async function changeSource(world: SampleWorld, words: string): Promise<void> {
  const doc = new Y.Doc()
  const client = stockClient(world.server.url, world.sampleMeeting, world.token, doc)
  onTestFinished(() => client.destroy())
  await new Promise<void>((resolve) => client.once('sync', () => resolve()))
  const id = await firstOutcome(world)
  const done = applyEdit(
    doc,
    { kind: 'text.set', path: { root: 'outcomes', id: id as never, field: 'text' }, text: words },
    'test',
  )
  expect(done).toMatchObject({ ok: true })
}

async function firstOutcome(world: SampleWorld): Promise<string> {
  const record = await world.api('GET', `/meetings/${world.sampleMeeting}/record`)
  return ((record.outcomes as { id: string }[])[0] ?? { id: '' }).id // as the schema of records says
}

test('[RPP1] out of the record of 2002 a report is made in the browser: what will be in it is shown before, then ten parts and six outcomes in their order, and its Word document holds them', async () => {
  const world = await sampleWorld()
  const { page, complaints } = await person()
  await signIn(page, world)
  await page.goto(`${world.server.url}/m/${world.sampleMeeting}/record`)
  await page.getByRole('link', { name: /Report to/ }).click()
  await page.getByText(/^6 outcomes, with attendance/).waitFor()
  const preview = await page.getByRole('region', { name: 'What will be in it' }).getByRole('listitem').allTextContents()
  expect(preview).toHaveLength(6)
  await shot(page, 'new')
  expect(await findings(page, 'a new report')).toEqual([])
  await page.getByRole('button', { name: 'Make the report' }).click()
  await page.waitForURL(/\/r\//)
  await text(page, 'Outcome 6').waitFor()
  const parts = await page.locator('article h2').allTextContents()
  expect(parts.slice(0, 10)).toEqual([
    'Heading',
    'What the Group is',
    'Who took part',
    'When, and on what',
    'Framing',
    'Outcomes',
    'Figures',
    'Needs and next steps',
    'Thanks',
    'Closing',
  ])
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => wordsOf(page, `Outcome ${number}`)))
  expect(outcomes).toEqual(preview)
  expect(await outcomesOf(page).count()).toBe(6)
  await page.getByText(/words, at 130 words a minute/).waitFor()
  await shot(page, 'report')
  expect(await findings(page, 'a report')).toEqual([])

  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^Word/ }).click()])
  const { value } = await mammoth.extractRawText({ path: await download.path() })
  for (const words of outcomes) expect(value.replace(/\s+/g, ' ')).toContain(words)

  await page.goto(`${world.server.url}/g/${world.sampleGroup}/reports`)
  await page.getByText(/from 1 meeting/).waitFor()
  await shot(page, 'list')
  expect(await findings(page, 'reports')).toEqual([])
  expect(complaints).toEqual([])
})

test('[RPP2] two of the office write in one sentence of a report at once; when its source changes, both are told in words what the record says now, and one press takes it in', async () => {
  const world = await sampleWorld()
  const address = await made(world)
  const [desk, other] = [await person(), await person('tablet')]
  await signIn(desk.page, world)
  await desk.page.goto(address)
  const second = await seatIn(world, other, 'rapporteur', 'Ines Suter', address)
  const first = desk.page
  const framing = 'Sentence 1 of “Framing”'
  const before = await wordsOf(second, framing)
  await Promise.all([write(first, framing, ' One wrote this.', 20), write(second, framing, ' Two wrote that.', 20)])
  const letters = (words: string) => [...words.replace(/\s/g, '')].sort().join('')
  for (const page of [first, second]) {
    await expect
      .poll(async () => letters(await wordsOf(page, framing)), { timeout: 15_000 })
      .toBe(letters(`${before} One wrote this. Two wrote that.`))
    await says(page, 'Saved')
  }
  await expect.poll(async () => (await wordsOf(first, framing)) === (await wordsOf(second, framing))).toBe(true)
  await first.keyboard.press('Escape')
  await second.keyboard.press('Escape')

  await changeSource(world, 'that the work begun in Geneva goes on')
  for (const page of [first, second]) await page.getByText('The record now says:').waitFor()
  await first.getByText('1 source has changed since').waitFor()
  await first.locator('ins').filter({ hasText: 'Geneva' }).first().waitFor()
  await shot(first, 'changed')
  await shot(second, 'changed-tablet')
  await first.evaluate(() => window.scrollTo(0, 0))
  expect(await findings(first, 'a changed source')).toEqual([])
  await first.getByRole('button', { name: 'Take it in' }).click()
  for (const page of [first, second]) {
    await page.getByText('The record now says:').waitFor({ state: 'detached' })
    expect(await wordsOf(page, 'Outcome 1')).toContain('that the work begun in Geneva goes on')
  }
  expect([...desk.complaints, ...other.complaints]).toEqual([])
})

test('[RPP3] a participant reads a report and finds nothing to write with; an observer finds neither a report nor a way to one', async () => {
  const world = await sampleWorld()
  const address = await made(world)
  const [guest, watcher] = [await person(), await person('phone')]
  const reading = await seatIn(world, guest, 'participant', 'Somchai Jaidee', address)
  await reading.getByText('You read this report.').waitFor()
  expect(await outcomesOf(reading).count()).toBe(6)
  expect(await reading.getByRole('textbox').count()).toBe(0)
  expect(await reading.getByRole('button', { name: /What to do with|Add a/ }).count()).toBe(0)
  await shot(reading, 'reader')
  expect(await findings(reading, 'a report, read only')).toEqual([])

  const watching = await seatIn(world, watcher, 'observer', 'Olga Observer', address)
  await watching.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await watching.goto(`${world.server.url}/g/${world.sampleGroup}/records`)
  await watching.getByRole('link', { name: 'Outcomes' }).waitFor()
  expect(await watching.getByRole('link', { name: 'Reports' }).count()).toBe(0)
  await watching.goto(`${world.server.url}/g/${world.sampleGroup}/reports`)
  await watching.getByRole('heading', { name: 'There is no such page' }).waitFor()
  expect([...guest.complaints, ...watcher.complaints]).toEqual([])
})

test('[RPP4] what is written into a report while the server is down stays on the device, is said to be there only, and is saved when the server is back', async () => {
  const world = await sampleWorld()
  const address = await made(world)
  const { page } = await person()
  await signIn(page, world)
  await page.goto(address)
  await says(page, 'Saved')
  await world.server.kill()
  await write(page, 'Outcome 2', ' Written without a server.')
  await says(page, /on this device/i)
  await shot(page, 'offline')
  await world.server.start()
  await says(page, 'Saved')
  const reportId = address.split('/').at(-1)
  await expect
    .poll(async () => JSON.stringify(await world.api('GET', `/reports/${reportId}`)), { timeout: 30_000 })
    .toContain('Written without a server.')
})

test('[RPP5] a report is worked through by keys alone: to a sentence, into it, up, down, a new one, out with it and back again', async () => {
  const world = await sampleWorld()
  const address = await made(world)
  const { page, complaints } = await person()
  await signIn(page, world)
  await page.goto(address)
  const one = await wordsOf(page, 'Outcome 1')
  const two = await wordsOf(page, 'Outcome 2')
  await outcomesOf(page).first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => wordsOf(page, 'Outcome 2')).toBe(one)
  expect(await wordsOf(page, 'Outcome 1')).toBe(two)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain(one)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => wordsOf(page, 'Outcome 1')).toBe(one)
  await page.keyboard.press('n')
  // An empty editor has no width yet.
  await page.locator('.ProseMirror-focused').waitFor({ state: 'attached' })
  await page.keyboard.type('A sentence of our own.')
  await page.keyboard.press('Escape')
  await expect.poll(() => wordsOf(page, 'Outcome 2')).toBe('A sentence of our own.')
  await page.getByText('Not from a record').first().waitFor()
  await outcomesOf(page).nth(1).focus()
  await page.keyboard.press('x')
  await expect.poll(() => wordsOf(page, 'Outcome 2')).toBe(two)
  await page.keyboard.press('Control+z')
  await expect.poll(() => wordsOf(page, 'Outcome 2')).toBe('A sentence of our own.')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await shot(page, 'keys')
  expect(await findings(page, 'keys of a report')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'What to do with: Outcome 2' }).click()
  await page.getByRole('menuitem', { name: /another part/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Part of the report/ }).click()
  await page.getByRole('option', { name: 'Action invited' }).click()
  await dialog.getByRole('button', { name: 'Put it there' }).click()
  await expect.poll(() => wordsOf(page, 'Sentence 1 of “Action invited”')).toBe('A sentence of our own.')
  expect(complaints).toEqual([])
})

test('[RPP6] a report in Arabic, on a phone and on a tablet, has no finding', async () => {
  const world = await sampleWorld()
  const address = await made(world)
  const { page, complaints } = await person('phone', 'ar')
  await page.goto(`${world.server.url}/sign-in`)
  await page.locator('input[type=email]').fill(world.email)
  await page.locator('input[type=password]').fill(world.password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(address)
  await outcomesOf(page).first().waitFor()
  await shot(page, 'report-ar-phone')
  expect(await findings(page, 'a report in Arabic on a phone')).toEqual([])
  await page.setViewportSize(sizes.tablet)
  await shot(page, 'report-ar-tablet')
  expect(await findings(page, 'a report in Arabic on a tablet')).toEqual([])
  await page.goto(`${world.server.url}/g/${world.sampleGroup}/reports?new=1`)
  await page.getByRole('checkbox').first().waitFor()
  expect(await findings(page, 'a new report in Arabic')).toEqual([])
  expect(complaints).toEqual([])
})
