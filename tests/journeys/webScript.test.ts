import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { newId } from '../support/storageSamples.ts'
import { inMeeting, signIn } from '../support/visit.ts'
import { addresses, payloads } from '../support/web/payloads.ts'
import { type Planted, plant, tryLink } from '../support/web/plant.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** How many of the words; the long run takes all. Spread over the list, so that a short run has each way and each disguise. */
const count = Number(process.env.SCRIPT_WORDS ?? 30)
const perMeeting = 30

/** Words of every kind, `many` at a time. */
function batches(): readonly (readonly string[])[] {
  const step = payloads.length / Math.min(count, payloads.length)
  // A step that shares no factor with the number of ways, so that ways and disguises both change from one to the next.
  const order = Array.from(
    { length: Math.min(count, payloads.length) },
    (_, n) => payloads[Math.floor(n * step + (n % step)) % payloads.length] ?? '',
  )
  const found: string[][] = []
  for (let from = 0; from < order.length; from += perMeeting) found.push(order.slice(from, from + perMeeting))
  return found
}

test('[WEB40] none of the words that would run as markup runs in any view or printed page: no script, no CSP report, no dialog, no request to another host', {
  timeout: 3_600_000,
}, async () => {
  const world = await meetingWorld()
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(300)
  const desk = await device(browser)
  const { page } = desk
  const seen = watch(page, world)
  await signIn(page, world)
  let views = 0
  for (const words of batches()) {
    const planted = await plant(world, words)
    for (const path of viewsOf(planted, words)) {
      await page.goto(`${world.server.url}${path}`)
      await drawn(page, path)
      views += 1
      expect(`${path} ${JSON.stringify(await troubles(page, seen))}`).toBe(`${path} []`)
    }
    // The same while it is out for comments, and as a comment.
    await circulate(world, planted.meetingId, words)
    for (const path of [`/m/${planted.meetingId}/record`, `/m/${planted.meetingId}`]) {
      await page.goto(`${world.server.url}${path}`)
      await drawn(page, path)
      expect(`${path} ${JSON.stringify(await troubles(page, seen))}`).toBe(`${path} []`)
    }
  }
  expect(views).toBeGreaterThan(20)
  // The watch is awake: what is refused here would have been seen.
  await page.goto(`${world.server.url}/`)
  await page.evaluate(() => {
    const image = document.createElement('img')
    image.src = '//evil.invalid/awake'
    document.body.append(image)
    const div = document.createElement('div')
    div.innerHTML = '<img src=x onerror="__hit=1">'
    document.body.append(div)
  })
  await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2)
  await desk.close()
})

test('[WEB41] an address that is not http, https or mailto, however disguised, is taken by no door and by no field', async () => {
  const world = await meetingWorld()
  const taken: string[] = []
  for (const address of addresses) {
    if (await tryLink(world, world.meetingId, address)) taken.push(`note ${JSON.stringify(address)}`)
    const body = { links: [{ title: 'x', url: address }] }
    const patched = await world.api('PATCH', `/meetings/${world.meetingId}`, body).then(
      () => true,
      () => false,
    )
    if (patched) taken.push(`head ${JSON.stringify(address)}`)
  }
  expect(taken).toEqual([])
  expect(addresses.length).toBeGreaterThan(40)
  expect(await tryLink(world, world.meetingId, 'https://example.org/fine')).toBe(true)
})

/** Every address of the product over what was planted; and every document that a browser shows. */
function viewsOf({ groupId, meetingId, reportId }: Planted, words: readonly string[]): readonly string[] {
  const q = encodeURIComponent(words[0] ?? '')
  const file = (name: string) => `/api/meetings/${meetingId}/exports/${name}`
  return [
    '/',
    `/g/${groupId}`,
    `/g/${groupId}/settings`,
    `/g/${groupId}/meetings`,
    `/g/${groupId}/meetings/new`,
    `/g/${groupId}/actions`,
    `/g/${groupId}/outcomes`,
    `/g/${groupId}/participation`,
    `/g/${groupId}/records`,
    `/g/${groupId}/records?q=${q}`,
    `/records?q=${q}`,
    `/g/${groupId}/backlog`,
    `/g/${groupId}/handover`,
    `/g/${groupId}/reports`,
    `/r/${reportId}`,
    `/m/${meetingId}`,
    `/m/${meetingId}/projector`,
    `/m/${meetingId}/record`,
    `/m/${meetingId}/head`,
    '/account',
    `/sign-in?to=${encodeURIComponent('javascript:__hit=1')}`,
    `/${q}`,
    file('record.html'),
    file('agenda.html'),
    file('follow-up.html'),
    file('report.html'),
    `/api/reports/${reportId}/exports/report.html`,
  ]
}

/** Notes what must not happen. Our own addresses, and what a page makes itself (data and blob of our own code), are no trouble. */
function watch(page: Page, world: MeetingWorld): string[] {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) seen.push(`csp ${message.text().slice(0, 200)}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(world.server.url) && !/^(data|blob):/.test(url)) seen.push(`request ${url.slice(0, 120)}`)
  })
  page.on('pageerror', (error) => seen.push(`error ${error.message}`))
  return seen
}

async function troubles(page: Page, seen: readonly string[]): Promise<readonly string[]> {
  const hit = await page.evaluate(() => Reflect.has(window, '__hit'))
  const tags = await page.evaluate(
    () => document.querySelectorAll('[onerror],[onload],iframe,object,embed,base,marquee,portal').length,
  )
  return [...seen, ...(hit ? ['a script ran'] : []), ...(tags > 0 ? [`${tags} elements out of words`] : [])]
}

/** Waits until the page has drawn what it asked for. */
async function drawn(page: Page, path: string): Promise<void> {
  if (/^\/m\/[^/]+$/.test(path)) await inMeeting(page)
  else await page.locator('main, h1, body > *').first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

async function circulate(world: MeetingWorld, meetingId: string, words: readonly string[]): Promise<void> {
  const run = (command: object) => world.api('POST', `/meetings/${meetingId}/commands`, { id: newId(), ...command })
  await run({ kind: 'meeting.close' })
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  await run({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
  const version = await world
    .api('GET', `/meetings/${meetingId}/versions/2`)
    .catch(() => world.api('GET', `/meetings/${meetingId}/versions/1`))
  const parts = (version.sealed as { parts: readonly { part: { kind: string; id?: string; key?: string } }[] }).parts
  const key = (parts.find((one) => one.part.kind === 'outcome') ?? parts[0])?.part.key
  for (const word of words.slice(0, 3)) {
    await run({ kind: 'comment.make', part: key, what: 'comment', text: word })
  }
}
