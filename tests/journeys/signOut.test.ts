import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { keptInBrowser } from '../support/keptInBrowser.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, inMeeting, says, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser({ keepsPages: true })
})
afterAll(() => browser.close())

const words = 'Kept among ourselves'

test('[WEB81] after signing out nothing of the meeting is in the browser, nor on the page that one goes back to', async () => {
  const world = await meetingWorld()
  const one = await device(browser)
  const page = await inWithWords(await enterAsCoordinator(one, world))
  await page.goto(`${world.server.url}/groups/${world.groupId}`)
  await page.goto(`${world.server.url}/m/${world.meetingId}`)
  await inMeeting(page)
  expect(await keptInBrowser(page)).toContain(words)
  await signOut(page)
  await isForgotten(page, world)
  for (const _step of [1, 2]) {
    await page.goBack({ waitUntil: 'commit' })
    // A group that is not theirs is none; a meeting asks who is there.
    await page.getByLabel('E-mail').or(page.getByText('There is no such page')).first().waitFor()
    await isForgotten(page, world)
  }
  await one.close()
})

test('[WEB82] who signs out without a network is out: nothing stays in the browser, nobody gets in again, and the server is told as soon as it can be', async () => {
  const world = await meetingWorld()
  const one = await device(browser)
  const page = await inWithWords(await enterAsCoordinator(one, world))
  // The worker that keeps the page itself is in charge from the second visit on.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await inMeeting(page)
  await write(page, 'Notes on item 1', ' and never sent.', 0)
  await says(page, 'Saved')
  one.network.cut()
  await page.getByText('You are offline.').first().waitFor()
  await write(page, 'Notes on item 1', ' Typed away.')
  await says(page, /On this device/)
  await signOut(page, 'Sign out and delete them')
  await isForgotten(page, world)
  await page.goto(`${world.server.url}/m/${world.meetingId}`)
  await page.getByLabel('E-mail').waitFor()
  await isForgotten(page, world)
  one.network.mend()
  await page.reload()
  await page.getByLabel('E-mail').waitFor()
  await expect.poll(() => page.evaluate(async () => (await (await fetch('/api/session')).json()).account)).toBe(null)
  // Whoever signs in now stays in.
  await page.getByLabel('E-mail').fill(world.email)
  await page.getByLabel('Password').fill(world.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await inMeeting(page)
  await one.close()
})

test('[WEB83] a one-time link leaves nothing of its secret in history, storage, caches, the log, nor in any request but the one that uses it', async () => {
  const world = await meetingWorld({ env: { LOG_LEVEL: 'debug' } })
  const one = await device(browser)
  const { page } = one
  const carried: string[] = []
  page.on('request', async (request) => {
    const headers = await request.allHeaders().catch(() => request.headers())
    carried.push(request.url(), JSON.stringify(headers))
  })
  const seat = await world.seat('participant', 'THA')
  const made = await world.api('POST', `/groups/${world.groupId}/members`, { email: 'new@example.org', role: 'participant' })
  const links = [seat.url, String(made.url ?? Object(made.link).url)]
  await enterBy(one, links[0] ?? '', 'Guest Person')
  const other = await device(browser)
  await other.page.goto(links[1] ?? '')
  await other.page.getByLabel('Password').first().fill('a wholly different sentence 9')
  await other.page.getByRole('button', { name: 'Set the password' }).click()
  await other.page.getByRole('heading', { name: 'Your groups' }).waitFor()
  const secrets = links.map((link) => link.split('#')[1] ?? '')
  expect(secrets.filter((secret) => secret.length < 20)).toEqual([])
  for (const [at, secret] of [
    [page, secrets[0]],
    [other.page, secrets[1]],
  ] as const) {
    expect(await keptInBrowser(at)).not.toContain(secret)
    // What lies behind in the history is an address without it.
    await at.goto(`${world.server.url}/sign-in`)
    await at.goBack({ waitUntil: 'commit' })
    expect(at.url()).not.toContain(secret)
    await at.goto('about:blank')
    await at.goBack({ waitUntil: 'commit' })
    expect(at.url()).not.toContain(secret)
  }
  for (const secret of secrets) {
    expect(carried.filter((text) => text.includes(secret))).toEqual([])
    expect(world.server.output()).not.toContain(secret)
  }
  await Promise.all([one.close(), other.close()])
})

async function inWithWords(page: Page): Promise<Page> {
  await write(page, 'Notes on item 1', ' ')
  // In one piece, so that it stands in one piece in whatever is kept.
  await page.keyboard.insertText(words)
  await says(page, 'Saved')
  return page
}

async function signOut(page: Page, anyway?: string): Promise<void> {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  if (anyway !== undefined) await page.getByRole('button', { name: anyway }).click()
  await page.waitForURL('**/sign-in')
  await page.getByLabel('E-mail').waitFor()
}

async function isForgotten(page: Page, world: MeetingWorld): Promise<void> {
  const secrets = [words, 'Typed away', 'Ada Coordinator', world.email, 'Multilateral']
  const found = (text: string) => secrets.filter((secret) => text.includes(secret))
  expect(found(await page.evaluate(() => document.documentElement.outerHTML))).toEqual([])
  // The page that was left may have written until it was gone: the one that comes after it forgets that, too.
  await expect.poll(async () => found(await keptInBrowser(page))).toEqual([])
}
