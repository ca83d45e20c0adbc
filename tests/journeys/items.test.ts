import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import { device, openBrowser } from '../support/browser.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, recorded, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A command as another program would send it. */
const command = (world: MeetingWorld, kind: string, more: object) =>
  world.api('POST', `/meetings/${world.meetingId}/commands`, { kind, id: makeId(randomBytes(16)), ...more })

const title = (page: Page) => page.locator('article h2').first()
const outcome = (page: Page, world: MeetingWorld, place: number) => page.locator(`#outcome-${world.outcomes[place]}`)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

test('[IT12] [IT13] one press moves everybody who follows; who looks elsewhere reads where the meeting is, and returns by one press', async () => {
  const world = await meetingWorld({ items: ['Opening', 'States outside', 'Other matters'] })
  const desk = await device(browser)
  const other = await device(browser)
  const chair = await enterAsCoordinator(desk, world)
  const thai = await enterBy(other, (await world.seat('participant', 'THA')).url, 'Thai Delegate')

  // Twice in one breath: one move.
  await chair.getByRole('button', { name: 'Open item 1' }).dblclick()
  await thai.getByRole('listitem').filter({ hasText: 'Now' }).filter({ hasText: 'Opening' }).waitFor()
  await thai.getByRole('link', { name: 'Other matters' }).click()
  await thai.getByRole('button', { name: 'Return to item 1' }).waitFor()

  await chair.getByRole('button', { name: 'Close item 1' }).click()
  await expect.poll(() => title(chair).textContent(), { timeout: 10_000 }).toContain('States outside')
  await expect.poll(() => focused(chair), { timeout: 10_000 }).toBe('item-title')
  await thai.getByRole('button', { name: 'Return to item 2' }).waitFor()
  expect(await title(thai).textContent()).toContain('Other matters')

  await thai.getByRole('button', { name: 'Return to item 2' }).click()
  await expect.poll(() => title(thai).textContent(), { timeout: 10_000 }).toContain('States outside')
  expect(await thai.getByRole('button', { name: 'Return to item' }).count()).toBe(0)
  expect(new URL(thai.url()).hash).toBe('')

  await write(thai, 'Notes on item 2', 'Half a sent')
  await chair.getByRole('button', { name: 'Close item 2' }).click()
  await thai.getByRole('button', { name: 'Return to item 3' }).waitFor()
  await thai.keyboard.type('ence')
  await expect.poll(async () => (await world.record()).raw, { timeout: 10_000 }).toContain('Half a sentence')
  expect([...desk.complaints, ...other.complaints]).toEqual([])
})

test('[IT14] what is read out and what is agreed cannot be opened for writing, and its line says who, when and why', async () => {
  const world = await meetingWorld({ items: ['Fora'], outcomes: ['to build on the work', 'to look [further] ahead'] })
  const desk = await device(browser)
  const other = await device(browser)
  const chair = await enterAsCoordinator(desk, world)
  const thai = await enterBy(other, (await world.seat('participant', 'THA')).url, 'Thai Delegate')
  await chair.getByRole('button', { name: 'Open item 1' }).click()
  await text(thai, 'Text of outcome 1.1').click()
  await thai.locator('.ProseMirror-focused').waitFor()

  const first = outcome(chair, world, 0)
  await first.getByRole('button', { name: 'Read out and agree' }).click()
  await outcome(thai, world, 0).getByText('Ada Coordinator is reading this out.').waitFor()
  await outcome(thai, world, 0)
    .getByText(/Its words are locked, \d+ seconds?\./)
    .waitFor()
  expect(await outcome(thai, world, 0).getByRole('textbox').count()).toBe(0)

  await first.getByRole('button', { name: /^Agreed/ }).click()
  await outcome(thai, world, 0)
    .getByText(/Agreed in the room, \d\d:\d\d, Ada Coordinator/)
    .waitFor()
  await outcome(thai, world, 0).getByText('Words locked').waitFor()
  expect(await outcome(thai, world, 0).getByRole('textbox').count()).toBe(0)

  await first.getByRole('button', { name: /change the standing/ }).click()
  await chair.getByRole('menuitem', { name: 'Back to proposed' }).click()
  await outcome(thai, world, 0).getByRole('textbox').waitFor()
  // The editor does not come back by itself, with the focus.
  expect(await thai.locator('.ProseMirror').count()).toBe(0)
  expect([...desk.complaints, ...other.complaints]).toEqual([])
})

test('[IT15] what stands in brackets is settled before it can be agreed: with its words or without', async () => {
  const world = await meetingWorld({ items: ['Fora'], outcomes: ['to look [further] ahead', 'to go [much] on'] })
  const desk = await device(browser)
  const page = await enterAsCoordinator(desk, world)
  await page.getByRole('button', { name: 'Open item 1' }).click()
  await outcome(page, world, 0).getByText('1 bracket open').waitFor()
  expect(await outcome(page, world, 0).getByRole('button', { name: 'Read out' }).count()).toBe(0)
  await outcome(page, world, 0).getByRole('button', { name: 'Remove the brackets' }).click()
  await outcome(page, world, 1).getByRole('button', { name: 'Remove the words' }).click()
  await expect
    .poll(async () => (await world.record()).outcomes, { timeout: 10_000 })
    .toEqual(['to look further ahead', 'to go on'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect
    .poll(async () => (await world.record()).outcomes, { timeout: 10_000 })
    .toEqual(['to look further ahead', 'to go [much] on'])
  await outcome(page, world, 0).getByRole('button', { name: 'Read out and agree' }).waitFor()
  expect(desk.complaints).toEqual([])
})

test('[IT16] a line of notes becomes an outcome or an action by one key, keeps its words and stays where it is', async () => {
  const world = await meetingWorld({ items: ['Fora'], outcomes: [] })
  const desk = await device(browser)
  const page = await enterAsCoordinator(desk, world)
  await write(page, 'Notes on item 1', 'to build on the work')
  await page.keyboard.press('Enter')
  await page.keyboard.type('list the meetings')
  await page.keyboard.press('Control+Shift+Enter')
  await expect
    .poll(() => page.locator('.ProseMirror-focused').getAttribute('aria-label'), { timeout: 10_000 })
    .toBe('Task of action A1')
  await page.keyboard.press('Escape')
  await text(page, 'Notes on item 1').getByText('to build on the work').click()
  await page.locator('.ProseMirror-focused').waitFor()
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(() => page.locator('.ProseMirror-focused').getAttribute('aria-label'), { timeout: 10_000 })
    .toBe('Text of outcome 1.1')
  await recorded(world, (raw) => raw.split('to build on the work').length === 3 && raw.split('list the meetings').length === 3)
  expect(desk.complaints).toEqual([])
})

test('[IT17] an observer sees that an item is closed to observers and nothing of it, and follows the meeting there', async () => {
  const world = await meetingWorld({ items: ['Opening', 'A secret matter'] })
  const desk = await device(browser)
  const other = await device(browser)
  const chair = await enterAsCoordinator(desk, world)
  const olga = await enterBy(other, (await world.seat('observer')).url, 'Olga Observer')
  await chair.getByRole('link', { name: 'A secret matter' }).click()
  await chair
    .getByRole('listitem')
    .filter({ hasText: 'A secret matter' })
    .getByRole('button', { name: /open, close/ })
    .click()
  await chair.getByRole('menuitem', { name: 'Close to observers' }).click()
  await olga.getByRole('link', { name: 'Closed to observers' }).waitFor()
  await command(world, 'item.open', { item: world.items[1], from: null })
  await olga.getByRole('heading', { name: 'Item 2 is closed to observers.' }).waitFor()
  expect(await olga.content()).not.toContain('secret')
  await chair.getByText('Closed to observers').first().waitFor()
  expect([...desk.complaints, ...other.complaints]).toEqual([])
})

test('[IT18] while a clock runs only the row of the current item is drawn again', async () => {
  const world = await meetingWorld({ items: ['One', 'Two', 'Three'] })
  const desk = await device(browser)
  const page = await enterAsCoordinator(desk, world)
  await page.getByRole('button', { name: 'Open item 2' }).waitFor({ state: 'detached' })
  await command(world, 'item.open', { item: world.items[1], from: null })
  await page.getByRole('listitem').filter({ hasText: 'Now' }).waitFor()
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const watch = new MutationObserver((changes) => {
      for (const change of changes) {
        const element = change.target instanceof Element ? change.target : change.target.parentElement
        seen.push(element?.closest('[data-row]')?.textContent?.slice(0, 20) ?? 'outside')
      }
    })
    const list = document.querySelector('[data-row]')?.parentElement
    if (list) watch.observe(list, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  const clock = page.getByRole('complementary', { name: 'Floor' }).or(page.locator('aside')).last()
  const first = await clock.textContent()
  await expect.poll(() => clock.textContent(), { timeout: 15_000 }).not.toBe(first)
  const second = await clock.textContent()
  await expect.poll(() => clock.textContent(), { timeout: 15_000 }).not.toBe(second)
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[])
  expect(seen.filter((row) => !row.includes('Two'))).toEqual([])
  expect(desk.complaints).toEqual([])
})

test('[IT20] a line starts with whoever has the floor as the rule of attribution lets it, and a name after @ is the delegation’s', async () => {
  const world = await meetingWorld({ items: ['Fora'] })
  const desk = await device(browser)
  const page = await enterAsCoordinator(desk, world)
  const about = await world.api('GET', `/groups/${world.groupId}/delegations`)
  const listed = Object.values(about).find(Array.isArray) as readonly Record<string, unknown>[]
  const thailand = listed.find((one) => one.code === 'THA')?.delegationId
  await command(world, 'floor.ask', { intervention: 'statement', delegation: thailand })
  await command(world, 'floor.next', { after: null })
  await page.getByRole('complementary').getByText('Thailand').first().waitFor()

  await write(page, 'Notes on item 1', '/')
  await page.getByRole('menuitem', { name: /^Intervention/ }).click()
  await page.keyboard.type('stressed it with @cana')
  await page.getByRole('option', { name: 'Canada' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('and others.')
  await recorded(world, (raw) => raw.includes('Thailand: stressed it with Canada and others.'))

  await world.api('PATCH', `/meetings/${world.meetingId}`, { attribution: 'none' })
  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await page.getByRole('menuitem', { name: /^Outcome/ }).waitFor()
  await expect.poll(() => page.getByRole('menuitem', { name: /^Intervention/ }).count(), { timeout: 10_000 }).toBe(0)
  expect(desk.complaints).toEqual([])
})
