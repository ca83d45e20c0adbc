import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, recorded, says, text, wordsOf, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('[J2] a delegate joins by link on a phone and writes into the outcome that the coordinator writes in, and both are kept', async () => {
  const world = await meetingWorld()
  const [desk, phone] = await Promise.all([device(browser), device(browser, 'phone')])
  const coordinator = await enterAsCoordinator(desk, world)
  const seat = await world.seat('participant', 'THA')
  const delegate = await enterBy(phone, seat.url, 'Somchai Jaidee')

  await Promise.all([
    write(coordinator, 'Text of outcome 1.1', ' in some fora by the coordinator', 30),
    write(delegate, 'Text of outcome 1.1', ' and by the delegate on a phone', 30),
  ])
  const written = 'to build on the work already started in some fora by the coordinator and by the delegate on a phone'
  const letters = (words: string) => [...words.replace(/\s/g, '')].sort().join('')
  const now = async () => (await world.record()).outcomes[0]?.replace(/\s+/g, ' ').trim() ?? ''
  // The last letter may still be on its way: within its first second the sign stays as it was (DECIDED 19).
  await expect.poll(async () => letters(await now()), { timeout: 15_000 }).toBe(letters(written))
  for (const page of [coordinator, delegate]) await says(page, 'Saved')
  const outcome = await now()
  await expect.poll(() => wordsOf(coordinator, 'Text of outcome 1.1')).toBe(outcome)
  await expect.poll(() => wordsOf(delegate, 'Text of outcome 1.1')).toBe(outcome)
  // The delegation's nameplate, never a guest's own choice.
  await coordinator.getByText('THA', { exact: true }).first().waitFor()
  expect(desk.complaints).toEqual([])
  expect(phone.complaints).toEqual([])
  await Promise.all([desk.close(), phone.close()])
})

test('[J3] an item that is moved while somebody types in it keeps every letter and the caret', async () => {
  const world = await meetingWorld()
  const [desk, other] = await Promise.all([device(browser), device(browser)])
  const coordinator = await enterAsCoordinator(desk, world)
  const seat = await world.seat('rapporteur', 'ISU')
  const rapporteur = await enterBy(other, seat.url, 'Ines Suter')

  await text(rapporteur, 'Notes on item 1').click()
  await rapporteur.locator('.ProseMirror-focused').waitFor()
  const typing = rapporteur.keyboard.type('The agenda was adopted as it was circulated before the meeting.', { delay: 40 })
  const agenda = coordinator.getByRole('complementary', { name: 'Agenda' })
  await agenda.getByRole('link', { name: /Opening/ }).focus()
  await coordinator.keyboard.press('Alt+ArrowDown')
  await coordinator.keyboard.press('Alt+ArrowDown')
  await typing
  await expect
    .poll(async () => (await world.record()).titles)
    .toEqual(['Multilateral and regional fora', 'Other matters', 'Opening'])
  await recorded(world, (raw) => raw.includes('The agenda was adopted as it was circulated before the meeting.'))
  await expect.poll(() => wordsOf(coordinator, 'Notes on item 3')).toContain('adopted as it was circulated before the meeting.')
  expect([...desk.complaints, ...other.complaints]).toEqual([])
  await Promise.all([desk.close(), other.close()])
})
