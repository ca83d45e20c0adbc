import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, type sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { newId } from '../support/storageSamples.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { signIn } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.IMPORT_SHOTS
async function shot(page: Page, name: string) {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

/** An adopted record, and its copy as a file. */
async function adopted(): Promise<{ readonly world: MeetingWorld; readonly copy: string; readonly text: string }> {
  const world = await meetingWorld({ outcomes: ['to build on the work already started in some fora'] })
  const run = (body: object) => world.api('POST', `/meetings/${world.meetingId}/commands`, { ...body, id: newId() })
  await run({ kind: 'meeting.close' })
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  await run({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
  const { fingerprint: seen } = (await world.api('GET', `/meetings/${world.meetingId}/record`)) as {
    readonly fingerprint: string
  }
  await run({ kind: 'record.adopt', seen })
  const file = await world.api('GET', `/meetings/${world.meetingId}/exports/record.json`)
  const text = JSON.stringify(file)
  const copy = join(temporaryFolder(), 'record.json')
  writeFileSync(copy, text)
  return { world, copy, text }
}

async function choose(page: Page, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Choose the file|Choose another file|اختيار/ }).click()
  await (await asked).setFiles(path)
}

test('[EXP130] a record is imported from the page: first a look at what would come, then the record, which proves itself', async () => {
  const { world, copy, text } = await adopted()
  const { page } = await person()
  await signIn(page, world)
  await page.goto(`${world.server.url}/g/${world.groupId}/meetings/new`)
  await page.getByRole('button', { name: 'Import a record (JSON)' }).click()
  await shot(page, 'asked')

  const changed = join(temporaryFolder(), 'changed.json')
  writeFileSync(changed, text.replaceAll('some fora', 'all fora'))
  await choose(page, changed)
  await page.getByText('it was changed after it was made').waitFor()
  expect(await page.getByRole('button', { name: 'Import the record' }).count()).toBe(0)

  const other = join(temporaryFolder(), 'other.json')
  writeFileSync(other, 'no JSON')
  await choose(page, other)
  await page.getByText('not a record as this program exports it').waitFor()

  await choose(page, copy)
  await page.getByText('Arrives adopted').waitFor()
  await page.getByText('It would stand here twice').waitFor()
  await shot(page, 'preview')
  expect(await findings(page, 'preview')).toEqual([])
  await page.getByRole('button', { name: 'Import the record' }).click()
  await page.getByText(/^Imported on .* from .*, by /).waitFor()
  await page.getByText('Matches the text on this page').waitFor()
  expect(page.url()).not.toContain(world.meetingId)
  await shot(page, 'imported')
  expect(await findings(page, 'imported')).toEqual([])
})

test('[EXP131] the export menu of the record page exports the version that is read', async () => {
  const { world } = await adopted()
  const { page } = await person()
  await signIn(page, world)
  const name = async (address: string) => {
    await page.goto(`${world.server.url}/m/${world.meetingId}/record${address}`)
    await page.getByRole('button', { name: 'Export' }).click()
    const asked = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /Record, Markdown/ }).click()
    return (await asked).url().split('/exports/')[1]
  }
  expect(await name('?version=1')).toBe('record.md?version=1')
  expect(await name('')).toBe('record.md')
})

test('[EXP132] the preview of an import fits a phone and reads from right to left in Arabic', async () => {
  const { world, copy } = await adopted()
  const { page } = await person('phone', 'ar')
  await page.goto(`${world.server.url}/sign-in`)
  await page.locator('input[type=email]').fill(world.email)
  await page.locator('input[type=password]').fill(world.password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(`${world.server.url}/g/${world.groupId}/meetings/new`)
  await page.getByRole('button', { name: 'استيراد محضر (JSON)' }).click()
  await choose(page, copy)
  await page.getByText('لا يستطيع أحد تغيير كلماته').waitFor()
  await shot(page, 'preview-ar')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await findings(page, 'preview-ar')).toEqual([])
})
