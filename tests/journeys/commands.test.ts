import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import { device, openBrowser, sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterBy } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const command = (world: MeetingWorld, body: object) =>
  world.api('POST', `/meetings/${world.meetingId}/commands`, { id: makeId(randomBytes(16)), ...body })

async function enter(world: MeetingWorld, role: 'rapporteur' | 'participant', code: string, name: string) {
  const one = await device(browser)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  await enterBy(one, (await world.seat(role, code)).url, name)
  return one
}

interface Session {
  readonly current: string | null
  readonly closed: boolean
  readonly clock: { readonly paused: boolean }
  readonly standings: Readonly<Record<string, string>>
  readonly floor: {
    readonly requests: readonly { readonly intervention: string }[]
    readonly speaking: { readonly request: { readonly speaker: { readonly code: string } } } | null
  }
}

async function session(world: MeetingWorld): Promise<Session> {
  // The server's own answer.
  return (await world.api('GET', `/meetings/${world.meetingId}/session`)).session as Session
}

const becomes = <T>(world: MeetingWorld, read: (session: Session) => T, value: T) =>
  expect.poll(async () => read(await session(world)), { timeout: 20_000 }).toEqual(value)

test('[KEY17] the chair runs items, floor, timer and standing by keys alone', async () => {
  const world = await meetingWorld()
  const [first, second] = world.items
  const [outcome = ''] = world.outcomes
  const { page, complaints } = await enter(world, 'rapporteur', 'ISU', 'Ines Suter')
  const { keyboard } = page
  await keyboard.press('Shift+Enter')
  await becomes(world, ({ current }) => current, first ?? null)
  await page.getByText('Now', { exact: true }).first().waitFor()
  await keyboard.press('f')
  await keyboard.press('3')
  await becomes(world, ({ floor }) => floor.requests.map((one) => one.intervention), ['pointOfOrder'])
  await keyboard.press('Shift+F')
  await becomes(world, ({ floor }) => floor.speaking?.request.speaker.code ?? null, 'ISU')
  await keyboard.press('p')
  await becomes(world, ({ clock }) => clock.paused, true)
  await keyboard.press('b')
  await becomes(world, ({ standings }) => standings[outcome], 'bracketed')
  await keyboard.press('r')
  await becomes(world, ({ standings }) => standings[outcome], 'proposed')
  await keyboard.press('y')
  // It is agreed only when the page knows that it is being read.
  await page.getByRole('button', { name: /^Agreed( Y)?$/ }).waitFor()
  await keyboard.press('y')
  await becomes(world, ({ standings }) => standings[outcome], 'agreed')
  // One looks elsewhere and comes back.
  await keyboard.press('j')
  await page.getByRole('heading', { level: 2, name: /Multilateral/ }).waitFor()
  await keyboard.press('g')
  await keyboard.press('c')
  await page.getByRole('heading', { level: 2, name: /Opening/ }).waitFor()
  // Even where Enter would open a link.
  await page.locator('[data-item-link][tabindex="0"]').focus()
  await keyboard.press('Shift+Enter')
  await becomes(world, ({ current }) => current, second ?? null)
  expect(page.context().pages()).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('[KEY18] the palette opens out of a text, finds by a part of a word, acts by Enter, and Escape gives the focus back', async () => {
  const world = await meetingWorld({ items: ['Opening', 'Élargir les traités', 'جدول الأعمال'] })
  const { page, complaints } = await enter(world, 'rapporteur', 'ISU', 'Ines Suter')
  const { keyboard } = page
  await keyboard.press('e')
  await page.locator('.ProseMirror-focused').waitFor()
  await keyboard.type('a line')
  await keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search and commands' })
  await field.waitFor()
  await keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  await page.locator('.ProseMirror-focused').waitFor()
  await keyboard.type(' goes on')
  await page.getByText('a line goes on').waitFor()

  await keyboard.press('Control+k')
  await keyboard.type('elarg')
  const option = page.getByRole('option', { selected: true })
  await expect.poll(() => option.textContent()).toMatch(/Élargir/)
  expect(await option.locator('b').textContent()).toBe('Élarg')
  await keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: /Élargir/ }).waitFor()
  expect(await findings(page, 'after the palette')).toEqual([])

  await keyboard.press('Control+k')
  await keyboard.type('الاعمال')
  await expect.poll(() => option.textContent()).toMatch(/الأعمال/)
  await field.fill('add five')
  await expect.poll(() => page.getByRole('option').count()).toBe(0)
  await field.fill('putoff')
  await page.getByText('Nothing in this meeting has these words.').first().waitFor()
  await field.fill('suspend')
  await keyboard.press('Enter')
  await page.getByText('Suspended').first().waitFor()
  expect(complaints).toEqual([])
})

test('[KEY19] while an input method composes, Enter and the arrows belong to it', async () => {
  const world = await meetingWorld()
  const { page } = await enter(world, 'rapporteur', 'ISU', 'Ines Suter')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  await field.waitFor()
  const chosen = () => page.getByRole('option', { selected: true }).textContent()
  const before = await chosen()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await expect.poll(() => field.inputValue()).toBe('ni')
  for (const key of ['ArrowDown', 'Enter']) {
    await field.evaluate((element, name) => {
      const composing = { key: name, bubbles: true, cancelable: true, isComposing: true }
      element.dispatchEvent(new KeyboardEvent('keydown', composing))
      // As browsers say it that do not set the flag.
      element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, keyCode: 229 }))
    }, key)
  }
  expect(await page.getByRole('dialog').count()).toBe(1)
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await field.fill('')
  expect(await chosen()).toBe(before)
})

test('[KEY20] the list of keys holds what this person may do now; single letters switched off there stay off', async () => {
  const world = await meetingWorld()
  const chair = await enter(world, 'rapporteur', 'ISU', 'Ines Suter')
  const delegate = await enter(world, 'participant', 'THA', 'Somchai Jaidee')
  for (const { page } of [chair, delegate]) {
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByRole('heading', { name: 'Keyboard' }).waitFor()
  }
  const list = (page: Page) => page.getByRole('dialog').getByRole('listitem').allTextContents()
  const both = [await list(chair.page), await list(delegate.page)].map((lines) => lines.join('\n'))
  expect(both[0]).toMatch(/Close and move on(.|\n)*Read out and agree/)
  expect(both[1]).toMatch(/Request the floor/)
  expect(both[1]).not.toMatch(/Close and move on|Read out and agree|Give the floor|Pause/)
  const { page } = delegate
  expect(await findings(page, 'list of keys')).toEqual([])
  await page.setViewportSize(sizes.phone)
  expect(await findings(page, 'list of keys on a phone')).toEqual([])
  await page.setViewportSize(sizes.desk)
  await page.getByText('Single-letter keys').click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  for (const key of ['?', 'f', 'n']) await page.keyboard.press(key)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
  expect((await session(world)).floor.requests).toEqual([])
})

test('[KEY21] a screen reader is told of the current item, of an agreed outcome, of one’s own turn, and of the line', async () => {
  const world = await meetingWorld()
  const [item] = world.items
  const [outcome] = world.outcomes
  const { page, network } = await enter(world, 'participant', 'THA', 'Somchai Jaidee')
  const said = (sentence: string) =>
    page.locator('[role=status][aria-live=polite]', { hasText: sentence }).waitFor({ state: 'attached' })
  await command(world, { kind: 'item.open', item, from: null })
  await said('The meeting is on item 1: Opening.')
  await page.keyboard.press('f')
  await said('You are next to speak.')
  await command(world, { kind: 'floor.next', after: null })
  await said('You have the floor.')
  await command(world, { kind: 'outcome.readOut', outcome })
  await command(world, { kind: 'outcome.agree', outcome })
  await said('Outcome 1.1 is agreed.')
  network.cut()
  await said('You are offline. Keep writing.')
  network.mend()
  await said('You are online again.')
})
