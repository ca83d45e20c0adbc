import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { Device } from './browser.ts'
import type { MeetingWorld } from './meetingWorld.ts'

/** Comes in by a seat link as a guest, and waits for the sheet of the first item. */
export async function enterBy(device: Device, url: string, name: string): Promise<Page> {
  const { page } = device
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Enter the meeting' }).click()
  await inMeeting(page)
  return page
}

/** Signs in with the coordinator's account and goes to the meeting. */
export async function enterAsCoordinator(device: Device, world: MeetingWorld): Promise<Page> {
  const { page } = device
  await signIn(page, world)
  await page.goto(`${world.server.url}/m/${world.meetingId}`)
  await inMeeting(page)
  return page
}

/** Signs in by the screen. */
export async function signIn(page: Page, world: MeetingWorld): Promise<void> {
  await page.goto(`${world.server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(world.email)
  await page.getByLabel('Password').fill(world.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your groups' }).waitFor()
}

/** Waits until the meeting's sheet is drawn. */
export async function inMeeting(page: Page): Promise<void> {
  await page.locator('[data-path$="/title"], article h2').first().waitFor()
}

/** A text that can be written in, by its name for a screen reader. */
export function text(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

/** Clicks into a text, goes to its end and types, letter by letter. */
export async function write(page: Page, name: string, words: string, delay = 0): Promise<void> {
  await text(page, name).click()
  await page.locator('.ProseMirror-focused').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(words, { delay })
}

/** Waits for the word of the saved sign. */
export async function says(page: Page, word: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: word }).first().waitFor({ state: 'attached' })
}

/** The words of a text as the page shows them, without the plates and carets of others. */
export async function wordsOf(page: Page, name: string): Promise<string> {
  const words = await text(page, name).evaluate((element) => {
    const copy = element.cloneNode(true) as Element // a clone of an element is one
    for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
    return copy.textContent ?? ''
  })
  return words.replace(/\s+/g, ' ').trim()
}

/** Waits until the record at the server holds what the check wants; asks anew until it does. */
export async function recorded(world: MeetingWorld, holds: (raw: string) => boolean): Promise<void> {
  await expect.poll(async () => holds((await world.record()).raw), { timeout: 30_000 }).toBe(true)
}
