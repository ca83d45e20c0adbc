import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Device, device, openBrowser, sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld, newItemId } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function at(size: keyof typeof sizes, locale?: string): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

async function chairOf(world: MeetingWorld) {
  const one = await at('desk')
  const page = await enterAsCoordinator(one, world)
  // The meeting is on its first item.
  await page.keyboard.press('Shift+Enter')
  await page.getByRole('timer').first().waitFor()
  return { ...one, page, list: page.getByRole('region', { name: 'Speakers’ list' }) }
}

/** The chair enters somebody by name. */
async function enters(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Speakers’ list/ }).click()
  await page.getByRole('menuitem', { name: 'Add a delegation…' }).click()
  await page.getByLabel(/or a name/).fill(name)
  await page.getByRole('button', { name: 'Add to the list' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The names that wait, in order. */
const waiting = (page: Page) =>
  page
    .locator('[data-speaker]')
    .evaluateAll((all) => all.map((one) => /^\d+\. (.*?):/.exec(one.getAttribute('aria-label') ?? '')?.[1]))

test('[FL9] one press within one thumb asks for the floor, the button says the place, and another press withdraws', async () => {
  const world = await meetingWorld()
  const { page: chair, list } = await chairOf(world)
  await enters(chair, 'Ana')
  const one = await at('phone')
  const phone = await enterBy(one, (await world.seat('participant', 'THA')).url, 'Somchai Jaidee')
  const button = phone.getByRole('button', { name: 'Request the floor', exact: true })
  await button.waitFor()
  const place = await button.boundingBox()
  // In the lower third, and large enough for a finger.
  expect(place?.y).toBeGreaterThan((sizes.phone.height * 2) / 3)
  expect(place?.height).toBeGreaterThanOrEqual(44)
  await button.click()
  await phone.getByRole('button', { name: /You are second on the list/ }).waitFor()
  await list.getByText('Thailand').waitFor()
  await phone.getByRole('button', { name: 'Floor', exact: true }).click()
  await phone.getByText('You', { exact: true }).waitFor()
  await phone.getByRole('button', { name: /You are second on the list/ }).click()
  await phone.getByRole('button', { name: 'Request the floor', exact: true }).waitFor()
  await list.getByText('Thailand').waitFor({ state: 'detached' })
  // Never over a text that is being written.
  await phone.getByRole('button', { name: /^Item/ }).click()
  await button.waitFor()
  await phone.getByRole('textbox', { name: 'Notes on item 1' }).click()
  await button.waitFor({ state: 'hidden' })
  expect(one.complaints).toEqual([])
})

test('[FL10] the chair calls the next, ends a turn, and sees who used how much time; nothing advances by itself', async () => {
  const world = await meetingWorld()
  const { page, list, complaints } = await chairOf(world)
  for (const name of ['Ana', 'Boris']) await enters(page, name)
  await list.getByRole('button', { name: /^Give the floor to Ana/ }).click()
  await list.getByRole('button', { name: /^Give the floor to Boris/ }).waitFor()
  expect(await waiting(page)).toEqual(['Boris'])
  await list.getByRole('button', { name: 'End the turn of Ana', exact: true }).click()
  await list.getByText('Has the floor').waitFor({ state: 'detached' })
  expect(await waiting(page)).toEqual(['Boris'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F')
  await list.getByText('Has the floor').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: /^Speakers’ list/ }).click()
  await page.getByRole('menuitem', { name: 'Time used by delegation…' }).click()
  const times = page.getByRole('dialog').getByRole('row')
  await times.filter({ hasText: 'Boris' }).getByText('speaking now').waitFor()
  expect(await times.filter({ hasText: 'Ana' }).count()).toBe(1)
  expect(complaints).toEqual([])
})

test('[FL5] the list is ordered by keys and by menu, and the focus stays with the speaker who moves', async () => {
  const world = await meetingWorld()
  const { page, complaints } = await chairOf(world)
  for (const name of ['Ana', 'Boris', 'Carla']) await enters(page, name)
  // A row that is not drawn yet cannot take the focus.
  await expect.poll(() => waiting(page)).toEqual(['Ana', 'Boris', 'Carla'])
  await page.locator('[data-speaker]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => waiting(page)).toEqual(['Ana', 'Carla', 'Boris'])
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^2\. Carla/)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Move to the top' }).click()
  await expect.poll(() => waiting(page)).toEqual(['Carla', 'Ana', 'Boris'])
  const row = page.locator('li[data-row]', { hasText: 'Boris' })
  await row.hover()
  const grip = await row.locator('[aria-hidden]').first().boundingBox()
  const target = await page.locator('li[data-row]', { hasText: 'Ana' }).boundingBox()
  if (grip === null || target === null) throw new Error('The rows have no place')
  await page.mouse.move(grip.x + 4, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + 60, target.y + 4, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => waiting(page)).toEqual(['Carla', 'Boris', 'Ana'])
  expect(complaints).toEqual([])
})

test('[FL7] a closed list takes points of order only, which go first; without a line nothing is requested, and it says so', async () => {
  const world = await meetingWorld()
  const { page: chair } = await chairOf(world)
  await enters(chair, 'Ana')
  await chair.getByRole('button', { name: /^Speakers’ list/ }).click()
  await chair.getByRole('menuitem', { name: /^Close the list/ }).click()
  const { network, page, complaints } = await at('desk').then(async (one) => {
    await enterBy(one, (await world.seat('observer', 'ICBL')).url, 'Olga Observer')
    return one
  })
  await page.getByText('The list is closed. A point of order still goes through.').waitFor()
  expect(await page.getByRole('button', { name: 'Request the floor', exact: true }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Other ways to request the floor' }).click()
  await page.getByRole('menuitemradio', { name: 'Point of order' }).click()
  await page.getByRole('button', { name: /You are first on the list/ }).waitFor()
  await expect.poll(() => waiting(chair)).toEqual(['International Campaign to Ban Landmines', 'Ana'])
  await chair.getByRole('region', { name: 'Speakers’ list' }).getByText('as observer').waitFor()
  network.cut()
  await page.getByText('Requesting the floor needs a connection.').waitFor()
  expect(complaints).toEqual([])
})

test('[FL2] an overrun is told in words, and a timer that is paused or suspended says so', async () => {
  const world = await meetingWorld()
  const { page, complaints } = await chairOf(world)
  const timer = page.getByRole('region', { name: 'Timer' })
  // Nothing is planned for any item: that is said once, for all of them.
  await timer.getByText('No minutes are planned, so the end is not known.').waitFor()
  expect(await timer.getByText('No time is planned for this item.').count()).toBe(0)
  await timer.getByRole('button', { name: '+5 min for item 1' }).click()
  await timer.getByText('of 5:00').waitFor()
  const [first, second] = world.items
  await world.api('POST', `/meetings/${world.meetingId}/commands`, {
    kind: 'item.open',
    id: newItemId(),
    item: second,
    from: first,
  })
  await timer.getByText('No time is planned for this item.').waitFor()
  await world.api('POST', `/meetings/${world.meetingId}/commands`, {
    kind: 'item.open',
    id: newItemId(),
    item: first,
    from: second,
  })
  await timer.getByText('of 5:00').waitFor()
  await timer.getByRole('button', { name: 'Pause the timer' }).click()
  await timer.getByText('Paused').waitFor()
  await timer.getByRole('button', { name: 'Let the timer run again' }).click()
  await timer.getByText('Paused').waitFor({ state: 'detached' })
  for (const step of ['Take 5 minutes', 'Take 1 minute']) {
    await timer.getByRole('button', { name: 'Add or take other minutes' }).click()
    await page.getByRole('menuitem', { name: step }).click()
  }
  await timer.getByText('Just over time').waitFor()
  await world.api('POST', `/meetings/${world.meetingId}/commands`, { kind: 'meeting.suspend', id: 'AAAAAAAAAAAAAAAAAAAAAA' })
  await timer.getByText('The sitting is suspended').waitFor()
  expect(complaints).toEqual([])
})

test('[FL11] no finding against WCAG in any state of the floor, in either theme and language', async () => {
  const world = await meetingWorld()
  const { page, list } = await chairOf(world)
  const found = await findings(page, 'nobody waits')
  for (const name of ['Ana', 'Boris']) await enters(page, name)
  await list.getByRole('button', { name: /^Give the floor to Ana/ }).click()
  await list.getByText('Has the floor').waitFor({ state: 'attached' })
  found.push(...(await findings(page, 'speaking and waiting')))
  for (const open of [/^Speakers’ list/, /^1\. Boris/, /^Turn of Ana/, /^Other ways/, /^Add or take/]) {
    await page.getByRole('button', { name: open }).click()
    await page.getByRole('menu').waitFor()
    found.push(...(await findings(page, `menu ${open}`)))
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  for (const dialog of ['Speaking time…', 'Add a delegation…', 'Time used by delegation…']) {
    await page.getByRole('button', { name: /^Speakers’ list/ }).click()
    await page.getByRole('menuitem', { name: dialog }).click()
    await page.getByRole('dialog').waitFor()
    found.push(...(await findings(page, dialog)))
    await page.keyboard.press('Escape')
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const phone = await at('phone', 'ar')
  await phone.page.goto((await world.seat('participant', 'THA')).url)
  await phone.page.locator('input').first().fill('سومتشاي')
  await phone.page.locator('button[type=submit]').click()
  await phone.page.getByRole('button', { name: 'طلب الكلمة', exact: true }).click()
  await phone.page.getByRole('button', { name: /ترتيبك الثاني على القائمة/ }).waitFor()
  found.push(...(await findings(phone.page, 'Arabic, phone, asked')))
  await phone.page.getByRole('button', { name: 'الكلمة', exact: true }).click()
  await phone.page.getByRole('timer').first().waitFor()
  found.push(...(await findings(phone.page, 'Arabic, phone, floor')))
  await phone.page.setViewportSize({ width: 320, height: 640 })
  await phone.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await tooWide(phone.page)).toBe(0)
  const english = await at('phone')
  await enterBy(english, (await world.seat('rapporteur')).url, 'Rita')
  await english.page.getByRole('button', { name: 'Floor', exact: true }).click()
  await english.page.setViewportSize({ width: 320, height: 640 })
  await english.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await tooWide(english.page)).toBe(0)
  found.push(...phone.complaints)
  expect(found).toEqual([])
})

test('[FL12] where an item is closed to observers, they have no clock, no list and no way to ask, and are told why', async () => {
  const world = await meetingWorld()
  const { page: chair } = await chairOf(world)
  await enters(chair, 'Ana')
  const { page, complaints } = await at('desk').then(async (one) => {
    await enterBy(one, (await world.seat('observer', 'ICBL')).url, 'Olga Observer')
    return one
  })
  const list = page.getByRole('region', { name: 'Speakers’ list' })
  await list.getByText('Ana').waitFor()
  const close = { kind: 'item.closeToObservers', id: 'AAAAAAAAAAAAAAAAAAAAAA', item: world.items[0], closed: true }
  await world.api('POST', `/meetings/${world.meetingId}/commands`, close)
  await page.getByRole('region', { name: 'Timer' }).getByText('Item 1 is closed to observers.').waitFor()
  await list.getByText('Closed to observers: the floor cannot be requested here.').waitFor()
  expect(await list.getByText('Ana').count()).toBe(0)
  expect(await page.getByRole('timer').count()).toBe(0)
  expect(await list.getByRole('button', { name: 'Request the floor', exact: true }).isDisabled()).toBe(true)
  await chair.getByRole('region', { name: 'Speakers’ list' }).getByText('Ana', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('[FL14] no row of the list is covered by the buttons below it, at any width, with few who wait or many', async () => {
  const world = await meetingWorld()
  const { page: desk, list, complaints } = await chairOf(world)
  const drawer = await at('tablet')
  await enterAsCoordinator(drawer, world)
  await drawer.page.getByTitle('Show the floor and who is present').click()
  const phone = await at('phone')
  await enterBy(phone, (await world.seat('participant', 'THA')).url, 'Somchai Jaidee')
  await phone.page.getByRole('button', { name: 'Floor', exact: true }).click()
  const observer = await at('phone')
  await enterBy(observer, (await world.seat('observer', 'ICBL')).url, 'Olga Observer')
  const pages = [desk, drawer.page, phone.page, observer.page]
  await asks(world, ['Ana'])
  await desk.getByRole('button', { name: /^Give the floor to Ana/ }).click()
  await phone.page.getByRole('button', { name: 'Request the floor', exact: true }).click()
  await list.getByText('Thailand', { exact: true }).waitFor()
  await observer.page.getByRole('button', { name: 'Request the floor', exact: true }).click()
  await observer.page.getByRole('button', { name: 'Floor', exact: true }).click()
  await asks(world, ['Boris'])
  for (const many of [3, 30]) {
    if (many === 30) {
      await asks(
        world,
        Array.from({ length: 27 }, (_, n) => `Delegate ${n + 4} of a delegation with a name that has two lines`),
      )
    }
    for (const page of pages) {
      const rows = page.getByRole('region', { name: 'Speakers’ list' }).locator('ol > li')
      await expect.poll(() => rows.count()).toBe(many)
      expect(await covered(page), `${page.viewportSize()?.width} wide, ${many} waiting`).toEqual([])
    }
  }
  expect([...complaints, ...phone.complaints]).toEqual([])
})

/** The chair's office enters these, over HTTP. */
async function asks(world: MeetingWorld, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const command = { kind: 'floor.ask', id: newItemId(), intervention: 'statement', name }
    await world.api('POST', `/meetings/${world.meetingId}/commands`, command)
  }
}

/** With the list scrolled to its end: the rows that the buttons lie over, and those of which something is cut away. */
function covered(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'Speakers’ list' }).evaluate(async (list) => {
    // Rows that come into sight for the first time may be higher than was thought: the end is where it stays.
    for (let turn = 0; turn < 3; turn += 1) {
      for (let box: Element | null = list; box !== null; box = box.parentElement) box.scrollTop = box.scrollHeight
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
    const buttons = list.lastElementChild?.getBoundingClientRect()
    const rows = [...list.querySelectorAll('ol > li')]
    const wrong = rows.filter((row) => {
      const words = [...row.children].filter((one) => getComputedStyle(one).position !== 'absolute')
      const bottom = Math.max(row.getBoundingClientRect().bottom, ...words.map((one) => one.getBoundingClientRect().bottom))
      return buttons === undefined || bottom > buttons.top + 1
    })
    return wrong.map((row) => row.textContent ?? '')
  })
}

/** By how much the whole page, or the bar in it, is wider than its window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { documentElement: root } = document
    const ends = [...document.querySelectorAll('header > *')].map((one) => one.getBoundingClientRect())
    const beyond = ends.map((box) => Math.max(box.right - root.clientWidth, -box.left))
    return Math.max(0, root.scrollWidth - root.clientWidth, ...beyond)
  })
}
