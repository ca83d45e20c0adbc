import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import { device, openBrowser } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, signIn } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const longer = ' and to report to the Group in writing before the next meeting of the States Parties'

/** A wall in the room, at the coordinator's machine. */
async function wallOf(world: MeetingWorld) {
  const one = await device(browser)
  onTestFinished(() => one.close())
  const { page } = one
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, world)
  await page.goto(`${world.server.url}/m/${world.meetingId}/projector`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return one
}

const command = (world: MeetingWorld, body: object) =>
  world.api('POST', `/meetings/${world.meetingId}/commands`, { id: makeId(randomBytes(16)), ...body })

test('[WALL8] the wall shows an outcome while it is written, sits in no list of those present, and keeps its words when cut', async () => {
  const world = await meetingWorld()
  const { page: wall, network, complaints } = await wallOf(world)
  await wall.getByText('No item is open').waitFor()
  await command(world, { kind: 'item.open', item: world.items[0], from: null })
  await wall.getByText('Item 1 of 3').waitFor()
  const writer = await device(browser)
  onTestFinished(() => writer.close())
  const page = await enterBy(writer, (await world.seat('rapporteur', 'ISU')).url, 'Ines Suter')
  // The coordinator's wall is nobody: one person is here.
  await page.getByText('1 person, 1 delegation').first().waitFor({ state: 'attached' })
  await page.getByText('to build on the work already started').click()
  await page.locator('.ProseMirror-focused').waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' in some fora')
  await wall.getByText('to build on the work already started in some fora').waitFor()
  await wall.getByText('is drafting').waitFor()
  await page.keyboard.press('f')
  network.cut()
  await wall.getByText('No connection. This is the last that was received.').waitFor()
  expect(await wall.getByText('to build on the work already started in some fora').isVisible()).toBe(true)
  network.mend()
  await wall.getByText('No connection. This is the last that was received.').waitFor({ state: 'detached' })
  expect(complaints.filter((line) => !/ERR_|Failed to load|WebSocket/.test(line))).toEqual([])
})

test('[WALL9] no word on the wall is smaller than 1/45 of its height, and long words stay in it, whatever the screen and the size set', async () => {
  const world = await meetingWorld({ outcomes: [`to build on the work already started${longer.repeat(14)}`] })
  await command(world, { kind: 'item.open', item: world.items[0], from: null })
  await command(world, { kind: 'floor.ask', intervention: 'statement', name: 'Somebody without a delegation' })
  const { page: wall } = await wallOf(world)
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1024, 768],
    [800, 1200],
  ] as const) {
    await wall.setViewportSize({ width, height })
    await wall.keyboard.press('-')
    expect(await smallest(wall), `${width} × ${height}`).toBeGreaterThanOrEqual(height / 45 - 0.5)
    expect(await spills(wall), `${width} × ${height}`).toEqual([])
    expect(await findings(wall, `wall ${width} × ${height}`)).toEqual([])
  }
  for (let times = 0; times < 12; times += 1) await wall.keyboard.press('+')
  await wall.setViewportSize({ width: 1280, height: 720 })
  expect(await spills(wall)).toEqual([])
  // The size is kept on this machine.
  const size = await headline(wall)
  await wall.reload()
  await wall.getByText('Item 1 of 3').waitFor()
  expect(await headline(wall)).toBe(size)
})

test('[WALL10] the wall has no control until somebody is at its machine; Escape leaves it for the meeting', async () => {
  const world = await meetingWorld()
  const { page: wall } = await wallOf(world)
  const controls = wall.getByRole('navigation', { name: 'Projector' })
  const opacity = () => controls.evaluate((element) => getComputedStyle(element).opacity)
  await expect.poll(opacity, { timeout: 20_000 }).toBe('0')
  await wall.mouse.move(300, 300)
  await wall.mouse.move(320, 300)
  await expect.poll(opacity).toBe('1')
  await expect.poll(opacity, { timeout: 20_000 }).toBe('0')
  await wall.keyboard.press('Tab')
  await expect.poll(opacity).toBe('1')
  await wall.keyboard.press('Escape')
  await wall.waitForURL(new RegExp(`/m/${world.meetingId}(#.*)?$`))
})

test('[WALL12] where the browser cannot keep the screen awake, the wall says so in plain words', async () => {
  const world = await meetingWorld()
  const one = await device(browser)
  onTestFinished(() => one.close())
  await signIn(one.page, world)
  await one.page.goto(`${world.server.url}/m/${world.meetingId}/projector`)
  await one.page.getByText('No item is open').waitFor()
  const words = one.page.getByText('This browser cannot keep the screen awake.')
  expect(await words.count()).toBe(0)
  await one.page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'))
  await one.page.reload()
  await words.waitFor()
})

test('[WALL11] on an observer’s seat the wall shows of a closed item its number and nothing else', async () => {
  const world = await meetingWorld()
  await command(world, { kind: 'item.open', item: world.items[0], from: null })
  await command(world, { kind: 'item.closeToObservers', item: world.items[0], closed: true })
  const observer = await device(browser)
  onTestFinished(() => observer.close())
  const page = await enterBy(observer, (await world.seat('observer', 'ICBL')).url, 'Olga Observer')
  expect(await page.getByRole('link', { name: /Project/ }).count()).toBe(0)
  await page.goto(`${world.server.url}/m/${world.meetingId}/projector`)
  await page.getByText('Item 1 is closed to observers.').waitFor()
  const words = await page.locator('main').textContent()
  expect(words).not.toMatch(/Opening|to build on|\d:\d\d/)
  await command(world, { kind: 'meeting.closeToObservers', closed: true })
  await page.getByText('This meeting is closed to observers.').waitFor()
})

/** The smallest letters that stand on the page, in pixels; what only a screen reader hears, and what is folded away, is not on the wall. */
function smallest(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => {
    const sizes: number[] = []
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (element === null || node.textContent?.trim() === '') continue
      if (element.getBoundingClientRect().width <= 1) continue
      sizes.push(Number.parseFloat(getComputedStyle(element).fontSize))
    }
    return Math.min(...sizes)
  })
}

/** Parts of the wall that stand out of the screen. */
function spills(page: Page): Promise<readonly string[]> {
  return page.locator('main').evaluate((main) => {
    const parts = [...main.querySelectorAll(':scope > *, :scope > section > *')]
    return parts
      .map((part) => ({ part, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < -1 || box.left < -1)
      .map(({ part, box }) => `${part.tagName} ${JSON.stringify(box)}`)
  })
}

function headline(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).evaluate((element) => getComputedStyle(element).fontSize)
}
